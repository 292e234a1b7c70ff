import { type Problem } from '../inventory/problem.js';
import { compileExpression, type ExpressionScope } from './compile-expression.js';
import { compileMessage } from './compile-message.js';
import { compilePath } from './compile-path.js';
import { type CompiledExpression, type CompiledRule, type DatedSeverity, type MessagePart } from './compiled-pack.js';
import { type CompiledParameters } from './compile-parameters.js';
import { didYouMean } from './did-you-mean.js';
import { ExpressionError } from './expression-error.js';
import { type PathNode } from './expression.js';
import { impliedPresent } from './implied-present.js';
import { type PolicyRule } from './policy-rule.js';
import { ruleVariables } from './rule-variables.js';
import { type PositionLookup } from './source-position.js';
import { type TypeEnvironment, type ValueType } from './value-type.js';

export interface RuleContext {
  readonly environment: TypeEnvironment;
  readonly params: CompiledParameters;
  readonly controls: ReadonlySet<string>;
  readonly positions: PositionLookup;
  /** JSON pointer of the rule in its document. */
  readonly pointer: string;
  readonly problems: Problem[];
}

/** Checks one rule; undefined where it has problems, all of which are added to the context. */
export function compileRule(rule: PolicyRule, context: RuleContext): CompiledRule | undefined {
  const before = context.problems.length;
  expectControls(rule, context);
  expectFixedTexts(rule, context);
  const variables = new Map<string, ValueType>();
  for (const name of ruleVariables[rule.subject]) {
    const type = context.environment[name];
    if (type !== undefined) variables.set(name, type);
  }
  const outer: ExpressionScope = { variables, params: context.params.types, speaker: `a rule about ${rule.subject}` };
  const loop = compileLoop(rule, outer, context);
  const scope = loop?.scope ?? outer;
  const applies = rule.appliesTo === undefined ? undefined : attempt(context, '/appliesTo', () => compileExpression(rule.appliesTo!, scope));
  const present = applies === undefined ? [] : impliedPresent(applies.root, true);
  const check = attempt(context, '/check', () => compileExpression(rule.check, { ...scope, present }));
  const message = attempt(context, '/message', () => compileMessage(rule.message, scope));
  for (const [index, path] of (rule.evidence ?? []).entries()) attempt(context, `/evidence/${index}`, () => compilePath(path, scope));
  if (context.problems.length > before || check === undefined || message === undefined) return undefined;
  return assemble(rule, { check, message, applies, loop });
}

function expectControls(rule: PolicyRule, context: RuleContext): void {
  for (const [index, control] of rule.controls.entries()) {
    if (context.controls.has(control)) continue;
    const { file, line, column } = context.positions(`${context.pointer}/controls/${index}`);
    const hint = didYouMean(control, context.controls) || '; add it to the control catalogue with its source';
    context.problems.push({ file, line, column, code: 'unknown-control', message: `rule ${rule.id} names the unknown control '${control}'${hint}` });
  }
}

/** Only the message is filled in; elsewhere a placeholder would be printed as it stands. */
function expectFixedTexts(rule: PolicyRule, context: RuleContext): void {
  for (const field of ['title', 'rationale', 'remediation'] as const) {
    const start = rule[field].indexOf('${');
    if (start >= 0) report(context, `/${field}`, new ExpressionError(`${field} is printed as it is written, and nothing is filled in; say it in words, and leave \${…} to the message`, { start, end: start + 2 }, 'expression-profile'));
  }
}

interface Loop {
  readonly in: PathNode;
  readonly as: string;
  readonly key: PathNode;
  readonly scope: ExpressionScope;
}

function compileLoop(rule: PolicyRule, outer: ExpressionScope, context: RuleContext): Loop | undefined {
  const { forEach } = rule;
  if (forEach === undefined) return undefined;
  const list = attempt(context, '/forEach/in', () => pathTo(forEach.in, outer, (type) => type.kind === 'list' && type.of.kind === 'object', 'forEach walks a list of objects; name one'));
  if (list === undefined || list.type.kind !== 'list') return undefined;
  if (outer.variables.has(forEach.as) || forEach.as === 'params' || forEach.as === 'now') {
    report(context, '/forEach/as', new ExpressionError(`'${forEach.as}' already means something here; choose another name`, { start: 0, end: 0 }, 'expression-profile'));
    return undefined;
  }
  const scope: ExpressionScope = { ...outer, variables: new Map([...outer.variables, [forEach.as, list.type.of]]), origins: new Map([[forEach.as, `${forEach.in}[]`]]), repeats: list.type.maxItems };
  const key = attempt(context, '/forEach/key', () => pathTo(forEach.key, scope, (type) => type.kind === 'string' || type.kind === 'number', `key names the element; write a text or number field such as ${forEach.as}.id`));
  return key === undefined ? undefined : { in: list.node, as: forEach.as, key: key.node, scope };
}

function pathTo(source: string, scope: ExpressionScope, fits: (type: ValueType) => boolean, remedy: string) {
  const { node, type } = compilePath(source, scope);
  if (node.op === 'parameter' || !fits(type)) throw new ExpressionError(remedy, { start: 0, end: source.length }, 'expression-type');
  return { node, type };
}

interface Parts {
  readonly check: CompiledExpression;
  readonly message: readonly MessagePart[];
  readonly applies: CompiledExpression | undefined;
  readonly loop: Loop | undefined;
}

function assemble(rule: PolicyRule, { check, message, applies, loop }: Parts): CompiledRule {
  return {
    id: rule.id,
    title: rule.title,
    severity: datedSeverity(rule.severity),
    subject: rule.subject,
    controls: rule.controls,
    rationale: rule.rationale,
    ...(loop === undefined ? {} : { forEach: { in: loop.in, as: loop.as, key: loop.key } }),
    ...(applies === undefined ? {} : { appliesTo: applies }),
    check,
    onMissing: rule.onMissing,
    message,
    remediation: rule.remediation,
    evidence: rule.evidence ?? [],
    enabled: rule.enabled,
    paths: [...new Set([...(rule.forEach === undefined ? [] : [rule.forEach.in]), ...(applies?.paths ?? []), ...check.paths])].sort(),
    cost: check.cost + (applies?.cost ?? 0),
    usesNow: check.usesNow || (applies?.usesNow ?? false),
  };
}

function datedSeverity(severity: PolicyRule['severity']): DatedSeverity[] {
  if (typeof severity === 'string') return [{ is: severity }];
  const dated = severity.map(({ from, is }) => (from === undefined ? { is } : { from, is }));
  return dated.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
}

function attempt<T>(context: RuleContext, pointer: string, compile: () => T): T | undefined {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    report(context, pointer, error);
    return undefined;
  }
}

function report(context: RuleContext, pointer: string, error: ExpressionError): void {
  const { file, line, column } = context.positions(context.pointer + pointer, { offset: error.span.start });
  context.problems.push({ file, line, column, code: error.code, message: error.message });
}
