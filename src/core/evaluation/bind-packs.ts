import { type SubjectKind } from '../exposure/subject-view.js';
import { type CompiledPack, type CompiledRule, type ParameterValue } from '../policy/compiled-pack.js';
import { type Expression } from '../policy/expression.js';
import { expressionParts } from '../policy/expression-parts.js';
import { originPath } from '../policy/origin-path.js';
import { ruleVariables } from '../policy/rule-variables.js';
import { askedPaths } from './asked-paths.js';
import { bindCondition } from './bind-condition.js';
import { bindValue } from './bind-value.js';
import { type Binder } from './binder.js';
import { type BoundPacks, type BoundRule } from './bound-packs.js';
import { type Binding, createLayout, type FrameLayout, memberAt, newSlot, valuePlace, variableMember } from './frame-layout.js';
import { parameterValues } from './parameter-values.js';

/** Turns compiled packs into closures. Needs no schema and parses no expression. */
export function bindPacks(packs: readonly CompiledPack[]): BoundPacks {
  const layout = createLayout();
  const rules: Record<SubjectKind, BoundRule[]> = { organisation: [], deployment: [], model: [], flow: [] };
  for (const pack of packs) {
    const params = parameterValues(pack.params);
    for (const rule of pack.rules) if (rule.enabled) rules[rule.subject].push(bindRule(rule, pack, params, layout));
  }
  return { packs, layout, rules };
}

/** A rule that cannot be bound becomes one that throws when it is asked, so that it shows as an error instead of being left out. */
function bindRule(rule: CompiledRule, pack: CompiledPack, params: Readonly<Record<string, ParameterValue>>, layout: FrameLayout): BoundRule {
  try {
    return bindParts(rule, pack, params, layout);
  } catch (error) {
    const check = (): never => {
      throw error;
    };
    return { rule, pack, params, applies: undefined, appliesByTime: false, check, loop: undefined, asked: [] };
  }
}

function bindParts(rule: CompiledRule, pack: CompiledPack, params: Readonly<Record<string, ParameterValue>>, layout: FrameLayout): BoundRule {
  const bindings = new Map<string, Binding>(ruleVariables[rule.subject].map((name) => [name, { member: variableMember(layout, name) }]));
  const loop = rule.forEach === undefined ? undefined : bindLoop(rule.forEach, bindings, layout);
  const binder: Binder = { layout, bindings, params, condition: bindCondition, value: bindValue };
  return {
    rule,
    pack,
    params,
    applies: rule.appliesTo === undefined ? undefined : bindCondition(rule.appliesTo.root, false, binder),
    appliesByTime: rule.appliesTo !== undefined && readsNow(rule.appliesTo.root),
    check: bindCondition(rule.check.root, false, binder),
    loop,
    asked: askedByRule(rule),
  };
}

const readsNow = (node: Expression): boolean => node.op === 'now' || expressionParts(node).some(readsNow);

function askedByRule({ forEach, appliesTo, check }: CompiledRule): string[] {
  const origins = new Map(forEach === undefined ? [] : [[forEach.as, `${originPath(forEach.in, new Map())}[]`]]);
  return [...(appliesTo === undefined ? [] : askedPaths(appliesTo.root, origins)), ...askedPaths(check.root, origins)];
}

function bindLoop(forEach: NonNullable<CompiledRule['forEach']>, bindings: Map<string, Binding>, layout: FrameLayout): NonNullable<BoundRule['loop']> {
  const list = valuePlace(forEach.in, bindings);
  const { member } = memberAt(forEach.in, bindings)!;
  const slot = newSlot(layout.frame);
  bindings.set(forEach.as, { slot, shape: member.shape, path: `${member.path}[]` });
  return { list, slot, key: valuePlace(forEach.key, bindings) };
}
