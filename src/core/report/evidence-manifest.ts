import { canonicalJson } from '../inventory/canonical-json.js';
import { evidenceRegister } from './evidence-register.js';
import { type ReportInput } from './report-input.js';

/** The evidence register as canonical JSON: what is attached to a report beside the result. */
export function evidenceManifest(input: Pick<ReportInput, 'result' | 'snapshot'>): Uint8Array {
  const { result } = input;
  const manifest = { schema: 'domicile/evidence-manifest/1', asOf: result.asOf, snapshot: result.digests.snapshot, evidence: evidenceRegister(input) };
  return new TextEncoder().encode(`${canonicalJson(manifest)}\n`);
}
