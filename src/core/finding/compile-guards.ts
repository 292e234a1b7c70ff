import { bindPacks } from '../evaluation/bind-packs.js';
import { createJudge } from '../evaluation/create-judge.js';
import { type SubjectKind, type SubjectView } from '../exposure/subject-view.js';
import { type Problem } from '../inventory/problem.js';
import { compileExpression } from '../policy/compile-expression.js';
import { type CompiledPack } from '../policy/compiled-pack.js';
import { ExpressionError } from '../policy/expression-error.js';
import { ruleVariables } from '../policy/rule-variables.js';
import { type TypeEnvironment } from '../policy/value-type.js';
import { type GuardedWaiver } from './resolve-waivers.js';
import { type Waiver } from './waiver.js';

/** Compiles the `while` clause of each waiver over the facts of the subjects its rules are about. */
export function compileGuards(waivers: readonly Waiver[], packs: readonly CompiledPack[], environment: TypeEnvironment, asOf: string): { readonly guarded: readonly GuardedWaiver[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const guarded = waivers.map((waiver): GuardedWaiver => {
    if (waiver.while === undefined) return { waiver };
    const kind = packs.find(({ id }) => id === waiver.pack)?.rules.find(({ id }) => waiver.rules.includes(id))?.subject;
    if (kind === undefined) return { waiver };
    try {
      return { waiver, guard: guardOf(waiver.while, kind, environment, asOf) };
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      problems.push({ file: waiver.id, code: error.code, message: `the 'while' of waiver '${waiver.id}': ${error.message}` });
      return { waiver, guard: () => undefined };
    }
  });
  return { guarded, problems };
}

/** A guard is asked like a rule, so that what is absent or contradicted is unknown there as well. */
function guardOf(source: string, kind: SubjectKind, environment: TypeEnvironment, asOf: string): (view: SubjectView) => boolean | undefined {
  const variables = new Map(ruleVariables[kind].flatMap((name) => { const type = environment[name]; return type === undefined ? [] : [[name, type] as const]; }));
  const check = compileExpression(source, { variables, params: new Map(), speaker: 'a waiver' });
  const pack: CompiledPack = {
    format: 'domicile/compiled-pack/1', id: 'waiver', title: 'waiver', version: '1.0.0', owner: 'waiver', inventorySchema: 'waiver', digest: '', recommended: false, params: {},
    rules: [{ id: 'while', title: 'while', severity: [{ is: 'info' }], subject: kind, controls: [], rationale: '', check, onMissing: 'unknown', message: [''], remediation: '', evidence: [], enabled: true, paths: check.paths, cost: check.cost, usesNow: check.usesNow }],
  };
  const judge = createJudge(bindPacks([pack]), { asOf });
  return (view) => {
    const [verdict] = judge(view);
    return verdict?.outcome === 'pass' ? true : verdict?.outcome === 'fail' ? false : undefined;
  };
}
