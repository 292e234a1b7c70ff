import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { deriveSubjects } from '../../src/core/exposure/derive-subjects.js';
import { evaluate } from '../../src/core/evaluation/evaluate.js';
import { type Verdict } from '../../src/core/evaluation/verdict.js';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { type CompiledPack } from '../../src/core/policy/compiled-pack.js';
import { importSources } from '../../src/importers/import-sources.js';
import { shippedReference } from '../reference/shipped-reference.js';

/** Verdicts on a manifest as of an instant, through the importer and the shipped facts. */
export function auditManifest(manifest: object, packs: readonly CompiledPack[], asOf: string): readonly Verdict[] {
  const bytes = Buffer.from(stringify({ domicile: 1, ...manifest }));
  const { fragments, problems } = importSources([{ path: 'domicile.yaml', bytes, sha256: createHash('sha256').update(bytes).digest('hex') }]);
  if (problems.length > 0) throw new Error(problems.map(({ line, message }) => `${line ?? 0}: ${message}`).join('\n'));
  const snapshot = assembleSnapshot(fragments, asOf);
  return evaluate({ packs, subjects: deriveSubjects(snapshot, shippedReference().indexed, asOf), asOf }).verdicts;
}

/** `TRF-01 deployment/chat flow/prompts`: what a scenario expects a verdict for. */
export function nameOf({ ruleId, subject, element }: Verdict): string {
  return [ruleId, subject, element].filter((part) => part !== undefined).join(' ');
}
