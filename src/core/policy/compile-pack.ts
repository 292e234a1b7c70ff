import { z } from 'zod';
import { type Problem } from '../inventory/problem.js';
import { applyOverlay, type OverlaySource } from './apply-overlay.js';
import { compileParameters } from './compile-parameters.js';
import { compileRule } from './compile-rule.js';
import { type CompiledPack, type CompiledRule, type PackTests } from './compiled-pack.js';
import { packDigest } from './pack-digest.js';
import { packTestsOf } from './pack-tests-of.js';
import { policyPack, type PolicyPack } from './policy-pack.js';
import { policyRule } from './policy-rule.js';
import { prototypeKeyProblems } from './prototype-key-problems.js';
import { schemaProblems } from './schema-problems.js';
import { type PositionLookup } from './source-position.js';
import { type TypeEnvironment } from './value-type.js';

const packOutline = z.object({ params: policyPack.shape.params, rules: z.array(z.unknown()).max(500) });

export interface CompileOptions {
  /** Types of the variables, from `typeEnvironmentOf`. */
  readonly environment: TypeEnvironment;
  /** Ids of the control catalogue. */
  readonly controls: ReadonlySet<string>;
  readonly positions: PositionLookup;
  /** Applied one after another. */
  readonly overlays?: readonly OverlaySource[];
}

export type CompileResult = { readonly pack: CompiledPack; readonly tests: PackTests } | { readonly problems: readonly Problem[] };

/** Checks a pack document against its schema and every expression against the types; gives the pack, or everything that is wrong with it. */
export function compilePack(document: unknown, options: CompileOptions): CompileResult {
  const parsed = policyPack.safeParse(document);
  if (!parsed.success) return { problems: [...schemaProblems(policyPack, parsed.error, options.positions), ...problemsOfSoundRules(document, options)] };
  const problems: Problem[] = [{ document, positions: options.positions }, ...(options.overlays ?? [])].flatMap((source) => prototypeKeyProblems(source.document, source.positions));
  let current = { pack: parsed.data, positions: options.positions };
  for (const overlay of options.overlays ?? []) current = applyOverlay(current, overlay, problems);
  const { pack, positions } = current;
  expectUniqueIds(pack, positions, problems);
  const params = compileParameters(pack.params ?? {});
  const { environment, controls } = options;
  const rules = pack.rules.map((rule, index) => compileRule(rule, { environment, params, controls, positions, pointer: `/rules/${index}`, problems }));
  const tests = packTestsOf(rules, { pack, environment, positions, problems });
  if (problems.length > 0) return { problems };
  const compiled = rules.filter((rule): rule is CompiledRule => rule !== undefined);
  const { id, title, version, owner, inventorySchema, description, recommended } = pack.metadata;
  return {
    pack: { format: 'domicile/compiled-pack/1', id, title, version, owner, inventorySchema, ...(description === undefined ? {} : { description }), recommended, digest: packDigest(pack), params: params.values, ...(pack.waivers === undefined ? {} : { waivers: pack.waivers }), rules: compiled },
    tests,
  };
}

function expectUniqueIds(pack: PolicyPack, positions: PositionLookup, problems: Problem[]): void {
  const seen = new Set<string>();
  for (const [index, { id }] of pack.rules.entries()) {
    if (seen.has(id)) problems.push({ ...positions(`/rules/${index}/id`), code: 'duplicate-rule', message: `the rule id '${id}' is used twice; give each rule its own` });
    seen.add(id);
  }
}

/** What is wrong with the rules that the schema does not object to, so that one misspelt key does not hide the rest. */
function problemsOfSoundRules(document: unknown, { environment, controls, positions }: CompileOptions): readonly Problem[] {
  const outline = packOutline.safeParse(document);
  if (!outline.success) return [];
  const problems: Problem[] = [];
  const params = compileParameters(outline.data.params ?? {});
  for (const [index, rule] of outline.data.rules.entries()) {
    const parsed = policyRule.safeParse(rule);
    if (parsed.success) compileRule(parsed.data, { environment, params, controls, positions, pointer: `/rules/${index}`, problems });
  }
  return problems;
}
