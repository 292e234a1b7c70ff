import { audit, type AuditInput } from '../core/audit/audit.js';
import { type AuditResult } from '../core/audit/audit-result.js';
import { type Baseline } from '../core/audit/compare-baseline.js';
import { type Gate } from '../core/audit/gate.js';
import { assembleSnapshot } from '../core/inventory/assemble-snapshot.js';
import { type InventorySnapshot } from '../core/inventory/inventory-snapshot.js';
import { type Problem } from '../core/inventory/problem.js';
import { type CompiledPack } from '../core/policy/compiled-pack.js';
import { type TypeEnvironment } from '../core/policy/value-type.js';
import { type ReferenceFacts } from '../core/reference/reference-facts.js';
import { bundledFolder } from '../files/bundled-folder.js';
import { readPolicyPacks, readTypeEnvironment } from '../files/read-policy-packs.js';
import { readReference } from '../files/read-reference.js';
import { readWaivers } from '../files/read-waivers.js';
import { importSources } from '../importers/import-sources.js';
import { gatherInputs, type GatheredInputs } from './gather-inputs.js';
import { readBaseFiles } from './read-base-files.js';
import { readBaseline } from './read-baseline.js';

export interface AuditOptions {
  readonly paths: readonly string[];
  readonly packs: readonly string[];
  readonly waivers: readonly string[];
  /** ISO 8601 instant. */
  readonly asOf: string;
  readonly gate: Gate;
  readonly baseline?: string;
  readonly base?: string;
}

export interface Audited {
  readonly result: AuditResult;
  readonly snapshot: InventorySnapshot;
  readonly reference: ReferenceFacts;
}

interface Rulebook {
  readonly packs: readonly CompiledPack[];
  readonly reference: ReferenceFacts;
  readonly environment: TypeEnvironment;
  readonly problems: readonly Problem[];
}

/** Reads everything an audit needs and runs it: what `check` and `report` have in common. */
export async function auditInputs(options: AuditOptions): Promise<Audited> {
  const input = await readAuditInput(options);
  return { result: audit(input), snapshot: input.snapshot, reference: input.reference };
}

/** Reads everything an audit needs. */
export async function readAuditInput(options: AuditOptions): Promise<AuditInput> {
  const gathered = await gatherInputs(options.paths);
  const { settings } = gathered.imported;
  const rulebook = await readRulebook(options.packs.length > 0 ? options.packs : settings.packs, settings.facts);
  const waivers = await readWaivers([...new Set([...settings.waivers, ...options.waivers])]);
  const snapshot = assembleSnapshot(gathered.imported.fragments, options.asOf);
  const baseline = await baselineOf(options, rulebook, gathered);
  return {
    snapshot,
    ...rulebook,
    waivers: waivers.waivers,
    gate: options.gate,
    ...(baseline === undefined ? {} : { baseline }),
    problems: [...gathered.problems, ...rulebook.problems, ...waivers.problems],
  };
}

async function readRulebook(selection: readonly string[], overlays: readonly string[]): Promise<Rulebook> {
  const compiled = bundledFolder('dist/policies');
  const reference = await readReference(`${compiled}/reference`, overlays);
  const { packs, problems } = await readPolicyPacks(selection, { compiled, sources: bundledFolder('policies') }, new Set(reference.controls.keys()));
  return { packs, reference, environment: await readTypeEnvironment(compiled), problems };
}

/** What to compare with: an earlier result, or the same paths at a git revision audited with the same rules at the same instant. */
async function baselineOf({ baseline, base, paths, asOf, gate }: AuditOptions, rulebook: Rulebook, now: GatheredInputs): Promise<Baseline | undefined> {
  if (baseline !== undefined) return readBaseline(baseline);
  if (base === undefined) return undefined;
  const attached = now.imported.settings.attachments.map(({ path }) => path);
  const files = readBaseFiles(base, [...new Set([...paths, ...attached])]);
  const { fragments } = importSources(files);
  return audit({ snapshot: assembleSnapshot(fragments, asOf), ...rulebook, waivers: [], gate, problems: [] });
}
