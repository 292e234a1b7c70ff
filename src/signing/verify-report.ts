import { auditResultSchema } from '../core/audit/audit-result-schema.js';
import { type AuditResult } from '../core/audit/audit-result.js';
import { canonicalJson } from '../core/inventory/canonical-json.js';
import { readableText } from '../core/inventory/readable-text.js';
import { sha256Of } from '../core/inventory/sha256-of.js';
import { reportRequest, type ReportRequest } from '../core/report/report-request.js';
import { checkAttachments } from './check-attachments.js';
import { checkSignature, type CheckedSignature } from './check-signature.js';
import { compareReproduction } from './compare-reproduction.js';
import { parsedJson } from './parsed-json.js';
import { readSignedReport, type SignedReport } from './read-signed-report.js';
import { type ReportVerification, type VerificationCheck } from './report-verification.js';
import { type SignatureTrust } from './signature-trust.js';

/** A report printed again from the inputs of its audit. */
export interface Reproduction {
  readonly result: AuditResult;
  readonly resultBytes: Uint8Array;
  /** Unsigned. */
  readonly pdf: Uint8Array;
  /** What the report says of itself beside the audit was given anew, not taken from the report. */
  readonly statementsGiven: boolean;
}

/** Audits the inputs as of the instant of the report and prints it as it was asked for; `why` says why it cannot. */
export type Reproduce = (asked: { readonly request: ReportRequest; readonly result: AuditResult }) => Promise<Reproduction | { readonly why: string }>;

/**
 * Checks a report against itself (signature, attachments, the digest it states) and, where its inputs are given, against what they give.
 * It is `verified` where a trusted signer vouches for it or its inputs give it again, and nothing is wrong; `undecided` where neither can be told.
 */
export async function verifyReport(file: Uint8Array, trust: SignatureTrust, reproduce?: Reproduce): Promise<ReportVerification> {
  let read: SignedReport;
  try {
    read = await readSignedReport(file);
  } catch (error) {
    return concluded(null, null, [{ check: 'file', state: 'wrong', message: `the file is no PDF that can be read: ${readableText(error instanceof Error ? error.message : String(error))}` }]);
  }
  const signed = await checkSignature(file, read.signatures, trust);
  const attached = read.attachments.get('audit-result.json');
  const result = attached === undefined ? undefined : parsedJson(attached, (value) => auditResultSchema.safeParse(value).data as AuditResult | undefined);
  const about = { id: readableText(read.id), title: readableText(read.title, 300), digest: read.digest, asOf: result?.asOf ?? null, conclusion: result?.conclusion ?? null };
  if (attached === undefined || result === undefined || read.digest !== `sha256:${sha256Of(attached)}`) {
    const message = attached === undefined ? 'no audit result is attached; this is no report of domicile' : result === undefined ? 'the attached audit result cannot be read' : `the attached audit result has another digest than the report states: sha256:${sha256Of(attached)}`;
    return concluded(about, signed.signer, [...signed.checks, { check: 'result', state: 'wrong', message }]);
  }
  const requestBytes = read.attachments.get('report-request.json');
  const request = requestBytes === undefined ? undefined : parsedJson(requestBytes, (value) => reportRequest.safeParse(value).data);
  const checks: readonly VerificationCheck[] = [
    ...signed.checks,
    { check: 'result', state: 'right', message: `the attached audit result has the digest the report states: ${read.digest}` },
    ...checkAttachments(read, result, request),
    ...(request === undefined ? [{ check: 'reproduction' as const, state: 'untold' as const, message: 'the report does not say what it was asked to be, so it cannot be printed again' }] : []),
    ...(request === undefined || reproduce === undefined ? [] : await reproduced({ file, read, signed, attached, request, result }, await reproduce({ request, result }))),
  ];
  return concluded(about, signed.signer, checks);
}

interface Checked {
  readonly file: Uint8Array;
  readonly read: SignedReport;
  readonly signed: CheckedSignature;
  readonly attached: Uint8Array;
  readonly request: ReportRequest;
  readonly result: AuditResult;
}

async function reproduced({ file, read, signed, attached, request, result }: Checked, again: Reproduction | { readonly why: string }): Promise<readonly VerificationCheck[]> {
  if ('why' in again) return [{ check: 'reproduction', state: 'untold', message: again.why }];
  const inputs = checkInputs(attached, result, again);
  if (inputs.state !== 'right') return [inputs];
  return [inputs, await compareReproduction(file, again.pdf, read.signatures[0], signed.certificate), ...statements(request, again.statementsGiven)];
}

/** What people state in a report follows from no input of its audit. */
function statements({ meta, history }: ReportRequest, given: boolean): readonly VerificationCheck[] {
  const stated = [...(given ? [] : Object.keys(meta).filter((key) => !['id', 'version', 'deployment'].includes(key))), ...(history.length > 0 ? ['earlier audits'] : [])];
  if (stated.length === 0) return [];
  return [{ check: 'statements', state: 'untold', message: `what the report says of itself (${stated.join(', ')}) follows from no input of the audit; only a signature, or the file it was taken from, shows who said it` }];
}

function checkInputs(attached: Uint8Array, before: AuditResult, { result, resultBytes }: Reproduction): VerificationCheck {
  if (Buffer.from(attached).equals(Buffer.from(resultBytes))) return { check: 'inputs', state: 'right', message: 'the inputs give the attached audit result again, byte for byte' };
  const otherRules = (['packs', 'facts'] as const).filter((key) => canonicalJson(before.digests[key]) !== canonicalJson(result.digests[key]));
  const others = [...otherRules, ...(before.engine === result.engine ? [] : [`engine (${readableText(before.engine)} then, ${result.engine} now)`])];
  if (others.length > 0) return { check: 'inputs', state: 'untold', message: `the report was made with other ${others.join(', ')}, so it cannot be compared; check it with those it was made with` };
  const why = before.digests.snapshot === result.digests.snapshot ? 'of the same inventory, packs and facts, but with other options such as waivers, gate or baseline; give those the report was made with' : 'of another inventory';
  return { check: 'inputs', state: 'wrong', message: `the inputs give another audit result: ${why}` };
}

function concluded(report: ReportVerification['report'], signer: ReportVerification['signer'], checks: readonly VerificationCheck[]): ReportVerification {
  const state = (check: VerificationCheck['check']): VerificationCheck['state'] | undefined => checks.find((one) => one.check === check)?.state;
  const vouched = state('signature') === 'right' && state('certificate') === 'right';
  // Statements and decisions are printed again as the report holds them: where they could not be checked, printing proves nothing of them.
  const given = state('reproduction') === 'right' && !checks.some((one) => one.state === 'untold' && (one.check === 'statements' || one.check === 'decisions'));
  const conclusion = checks.some((check) => check.state === 'wrong') ? 'failed' : vouched || given ? 'verified' : 'undecided';
  return { schema: 'domicile/report-verification/1', conclusion, report, signer, checks };
}
