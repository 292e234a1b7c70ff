import { audit, type AuditInput } from '../core/audit/audit.js';
import { type AuditResult } from '../core/audit/audit-result.js';
import { UnknownPartError } from '../core/audit/unknown-part-error.js';
import { type Baseline } from '../core/audit/compare-baseline.js';
import { type Gate } from '../core/audit/gate.js';
import { assembleSnapshot } from '../core/inventory/assemble-snapshot.js';
import { type InventoryFragment } from '../core/inventory/inventory-fragment.js';
import { type InventorySnapshot } from '../core/inventory/inventory-snapshot.js';
import { type Problem } from '../core/inventory/problem.js';
import { type ReferenceFacts } from '../core/reference/reference-facts.js';
import { readWaivers } from '../files/read-waivers.js';
import { importSources, type ImportedSources } from '../importers/import-sources.js';
import { codeNotSeen } from '../importers/code-not-seen.js';
import { type GivenWeights } from './given-weights.js';
import { gatherInputs, type GatheredInputs } from './gather-inputs.js';
import { readBaseFiles } from './read-base-files.js';
import { readBaseline } from './read-baseline.js';
import { UsageError } from './usage-error.js';
import { readRulebook, type Rulebook } from './read-rulebook.js';

export interface AuditOptions {
  readonly paths: readonly string[];
  readonly packs: readonly string[];
  readonly waivers: readonly string[];
  /** ISO 8601 instant. */
  readonly asOf: string;
  readonly gate: Gate;
  /** The part to audit; absent: the whole. */
  readonly only?: readonly string[];
  readonly baseline?: string;
  readonly base?: string;
  /** Files and folders of source code to look through. */
  readonly code?: readonly string[];
  /** Weights whose bytes are evidence. */
  readonly weights?: GivenWeights;
}

export interface Audited {
  /** What was audited, so that it can be audited again under a shock. */
  readonly input: AuditInput;
  readonly result: AuditResult;
  readonly snapshot: InventorySnapshot;
  readonly reference: ReferenceFacts;
}

/** Reads everything an audit needs and runs it: what `check` and `report` have in common. */
export async function auditInputs(options: AuditOptions): Promise<Audited> {
  const input = await readAuditInput(options);
  return { input, result: auditOrRefuse(input), snapshot: input.snapshot, reference: input.reference };
}

function auditOrRefuse(input: AuditInput): AuditResult {
  try {
    return audit(input);
  } catch (error) {
    if (error instanceof UnknownPartError) throw new UsageError(`--only: ${error.message}`);
    throw error;
  }
}

/** Reads everything an audit needs. */
export async function readAuditInput(options: AuditOptions): Promise<AuditInput> {
  if (options.only !== undefined && (options.baseline ?? options.base) !== undefined) throw new UsageError('a part is compared with nothing, since what is gone outside of it cannot be told; leave out --only, or --baseline and --base');
  const gathered = await gatherInputs(options.paths, options.weights?.folders.map(({ folder }) => folder));
  const { settings } = gathered.imported;
  const code = options.code ?? [];
  const rulebook = await readRulebook(options.packs.length > 0 ? options.packs : settings.packs, settings.facts, code.length > 0 ? ['code-calls'] : []);
  const waivers = await readWaivers([...new Set([...settings.waivers, ...options.waivers])]);
  const scanned = await scannedCode(code, gathered.imported, rulebook);
  const weighed = options.weights === undefined ? { fragments: [], problems: [] } : await (await import('./evidence-of-weights.js')).evidenceOfWeights(options.weights, gathered.imported.fragments, options.asOf);
  const snapshot = assembleSnapshot([...gathered.imported.fragments, ...scanned.fragments, ...weighed.fragments], options.asOf);
  const baseline = await baselineOf(options, rulebook, gathered);
  return {
    snapshot,
    ...rulebook,
    waivers: waivers.waivers,
    gate: options.gate,
    ...(options.only === undefined ? {} : { only: options.only }),
    ...(baseline === undefined ? {} : { baseline }),
    problems: [...gathered.problems, ...rulebook.problems, ...waivers.problems, ...scanned.problems, ...weighed.problems],
  };
}

/** What the code calls. Without an organisation nobody answers for code that no deployment names as its own. */
async function scannedCode(paths: readonly string[], { settings, fragments }: ImportedSources, { reference }: Rulebook): Promise<{ readonly fragments: readonly InventoryFragment[]; readonly problems: readonly Problem[] }> {
  if (paths.length === 0) return { fragments: [], problems: codeNotSeen(settings) };
  const { scanCodePaths } = await import('./scan-code-paths.js');
  const scanned = await scanCodePaths(paths, settings.code, reference);
  const hasOrganisation = fragments.some(({ records }) => records.some(({ kind }) => kind === 'organisation'));
  const nobody: Problem = { file: fragments[0]?.source.path ?? 'domicile.yaml', code: 'no-organisation', message: "no organisation is named, so code that belongs to no deployment is not judged; add 'organisation: { id: … }' to the manifest" };
  return { fragments: scanned.fragments, problems: [...scanned.problems, ...(hasOrganisation ? [] : [nobody])] };
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
