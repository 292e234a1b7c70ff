import { type Problem } from '../core/inventory/problem.js';
import { type CompiledPack } from '../core/policy/compiled-pack.js';
import { type TypeEnvironment } from '../core/policy/value-type.js';
import { type ReferenceFacts } from '../core/reference/reference-facts.js';
import { bundledFolder } from '../files/bundled-folder.js';
import { readPolicyPacks, readTypeEnvironment } from '../files/read-policy-packs.js';
import { readReference } from '../files/read-reference.js';

export interface Rulebook {
  readonly packs: readonly CompiledPack[];
  readonly reference: ReferenceFacts;
  readonly environment: TypeEnvironment;
  readonly problems: readonly Problem[];
}

/** The packs of a selection, or the recommended ones where it is empty, with the facts they lean on. `besides` are shipped packs that what was asked for brings along. */
export async function readRulebook(selection: readonly string[], overlays: readonly string[], besides: readonly string[] = []): Promise<Rulebook> {
  const compiled = bundledFolder('dist/policies');
  const reference = await readReference(`${compiled}/reference`, overlays);
  const folders = { compiled, sources: bundledFolder('policies') };
  const controls = new Set(reference.controls.keys());
  const { packs, problems } = await readPolicyPacks(selection, folders, controls);
  const added = besides.filter((id) => packs.every((pack) => pack.id !== id));
  const { packs: more } = added.length === 0 ? { packs: [] } : await readPolicyPacks(added, folders, controls);
  return { packs: [...packs, ...more].sort((a, b) => (a.id < b.id ? -1 : 1)), reference, environment: await readTypeEnvironment(compiled), problems };
}
