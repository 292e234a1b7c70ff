import { type AuditResult } from '../core/audit/audit-result.js';
import { engineName } from '../core/audit/engine-name.js';
import { decide } from '../core/decision/record/decide.js';
import { type DecisionRecord } from '../core/decision/record/decision-record.js';
import { canonicalJson } from '../core/inventory/canonical-json.js';
import { readableText } from '../core/inventory/readable-text.js';
import { type ReportRequest } from '../core/report/report-request.js';
import { oscalExporter } from '../exporters/oscal/oscal.exporter.js';
import { parsedJson } from './parsed-json.js';
import { type SignedReport } from './read-signed-report.js';
import { type VerificationCheck } from './report-verification.js';

/** Whether evidence, OSCAL results and decisions that are attached say what the audit result says. What another engine wrote otherwise cannot be told. */
export function checkAttachments(read: SignedReport, result: AuditResult, request: ReportRequest | undefined): readonly VerificationCheck[] {
  return [checkEvidence(read, result), checkOscal(read, result), ...(request === undefined ? [] : checkDecisions(request))];
}

function checkEvidence({ attachments }: SignedReport, result: AuditResult): VerificationCheck {
  const bytes = attachments.get('evidence-manifest.json');
  const manifest = bytes === undefined ? undefined : parsedJson(bytes, (value) => value as { readonly snapshot?: unknown; readonly evidence?: readonly unknown[] });
  if (manifest === undefined || !Array.isArray(manifest.evidence)) return { check: 'evidence', state: 'wrong', message: 'no evidence manifest is attached that can be read' };
  const listed = new Set(manifest.evidence.map(canonicalJson));
  const missing = result.evidence.filter((item) => !listed.has(canonicalJson(item)));
  if (manifest.snapshot !== result.digests.snapshot || missing.length > 0) return { check: 'evidence', state: 'wrong', message: missing.length === 0 ? 'the evidence manifest is of another inventory than the audit' : `the evidence manifest lacks ${missing.length} of ${result.evidence.length} pieces of evidence, or states them otherwise: ${missing.slice(0, 5).map(({ id }) => readableText(id)).join(', ')}` };
  return { check: 'evidence', state: 'right', message: `every piece of evidence stands in the evidence manifest (${result.evidence.length})` };
}

function checkOscal({ attachments }: SignedReport, result: AuditResult): VerificationCheck {
  const bytes = attachments.get('assessment-results.oscal.json');
  if (bytes === undefined) return { check: 'oscal', state: 'untold', message: 'no OSCAL assessment results are attached' };
  const equal = new TextDecoder().decode(bytes) === oscalExporter.export(result);
  if (!equal && result.engine !== engineName) return { check: 'oscal', state: 'untold', message: `the OSCAL assessment results were written by ${readableText(result.engine)}, and this is ${engineName}; check them with that` };
  return { check: 'oscal', state: equal ? 'right' : 'wrong', message: equal ? 'the OSCAL assessment results say what the audit result says' : 'the OSCAL assessment results differ from those of the audit result' };
}

function checkDecisions({ decisions }: ReportRequest): readonly VerificationCheck[] {
  return decisions.map((record): VerificationCheck => {
    const equal = decidesAgain(record);
    if (!equal && record.engine !== engineName) return { check: 'decisions', state: 'untold', message: `the decision ${readableText(record.id)} was computed by ${readableText(record.engine)}, and this is ${engineName}; check it with that` };
    return { check: 'decisions', state: equal ? 'right' : 'wrong', message: equal ? `the decision ${readableText(record.id)} follows from its approved inputs ${record.inputHash}` : `the decision ${readableText(record.id)} does not follow from the inputs it states` };
  });
}

/** Inputs that no case allows decide nothing. */
function decidesAgain(record: DecisionRecord): boolean {
  try {
    const again = decide(record.inputs, { engine: record.engine, whatIf: false });
    return again.kind === 'decided' && canonicalJson(again.record) === canonicalJson(record);
  } catch {
    return false;
  }
}
