import { readFile } from 'node:fs/promises';
import { type ReportMeta } from '../core/report/report-meta.js';
import { jsonExporter } from '../exporters/json/json.exporter.js';
import { printable } from './printable.js';
import { readCertificates } from '../signing/read-certificates.js';
import { type ReportVerification } from '../signing/report-verification.js';
import { type Reproduce, verifyReport } from '../signing/verify-report.js';
import { auditInputs, type AuditOptions } from './audit-inputs.js';
import { type CommandOutput, refusal } from './command-output.js';
import { readAbout } from './read-about.js';
import { renderReport } from './render-report.js';
import { UsageError } from './usage-error.js';

export interface VerifyOptions {
  readonly file: string;
  /** Files with certificates that signers must lead to. */
  readonly ca: readonly string[];
  readonly stampCa: readonly string[];
  readonly asOf: string;
  readonly format: 'text' | 'json';
  /** What the report was made from; the instant of the audit is the report's. */
  readonly inputs?: AuditOptions;
  /** File that says whose report it is; absent: what the report says of itself is taken from it. */
  readonly aboutFile?: string;
}

export const verifyHelp = `
Examples:
  $ domicile verify audit.pdf --ca our-root.pem
  $ domicile verify audit.pdf --inputs examples/nordlicht
  $ domicile verify audit.pdf --inputs examples/nordlicht --about examples/nordlicht/report/about.yaml

A report is verified where a trusted signer vouches for it or its inputs give it again, and nothing is wrong.
Exit code: 0 verified · 1 something is wrong · 2 could not be run · 3 cannot be told from what was given.`;

const exitCodes = { verified: 0, failed: 1, undecided: 3 } as const;
const marks = { right: 'right  ', wrong: 'WRONG  ', untold: 'untold ' } as const;

/** `domicile verify`. */
export async function verify({ file, ca, stampCa, asOf, format, inputs, aboutFile }: VerifyOptions): Promise<CommandOutput> {
  const about = aboutFile === undefined ? undefined : await readAbout(aboutFile);
  if (about !== undefined && 'problems' in about) return refusal(about.problems);
  if (about !== undefined && inputs === undefined) throw new UsageError('--about is compared by printing the report again; give what it was made from with --inputs');
  const rootsOf = async (paths: readonly string[]) => (await Promise.all(paths.map(async (path) => readCertificates(await readFile(path), path)))).flat();
  const trust = { roots: await rootsOf(ca), stampRoots: await rootsOf(stampCa), asOf: new Date(asOf) };
  const verification = await verifyReport(new Uint8Array(await readFile(file)), trust, inputs === undefined ? undefined : reproduceFrom(inputs, about?.about));
  return { stdout: format === 'json' ? `${JSON.stringify(verification, null, 2)}\n` : textOf(file, verification), stderr: '', exitCode: exitCodes[verification.conclusion] };
}

function reproduceFrom(inputs: AuditOptions, about: Partial<ReportMeta> | undefined): Reproduce {
  return async ({ request, result: { asOf, part } }) => {
    const audited = await auditInputs({ ...inputs, asOf, ...(part === undefined ? {} : { only: part.only }) });
    const { template, language, decisions, shocks, sovereignty: seal, history } = request;
    const { deployment } = request.meta;
    const { pdf } = await renderReport(audited, { template, language, decisions, shocks, seal, history, about: about ?? request.meta, ...(deployment === undefined ? {} : { deployment }) });
    return { result: audited.result, resultBytes: new TextEncoder().encode(jsonExporter.export(audited.result)), pdf, statementsGiven: about !== undefined };
  };
}

function textOf(file: string, { conclusion, report, signer, checks }: ReportVerification): string {
  const lines = [
    ...(report === null ? [] : [`${report.title} (${report.id})`, `audit as of ${report.asOf ?? 'unknown'}, ${report.conclusion ?? 'conclusion unknown'}, ${report.digest}`]),
    ...(signer === null ? [] : [`signed by ${signer.subject}, ${signer.algorithm}, serial number ${signer.serialNumber}`, `  on ${signer.claimedAt ?? 'a day it does not say'} by its own word${signer.stampedAt === null ? '' : `, before ${signer.stampedAt} by the word of ${signer.stampedBy ?? ''}`}`]),
    '',
    ...checks.map(({ check, state, message }) => `${marks[state]}${check.padEnd(13)}${message}`),
    '',
    `${file}: ${sentences[conclusion]}`,
  ];
  return `${printable(lines.join('\n'))}\n`;
}

const sentences: Readonly<Record<ReportVerification['conclusion'], string>> = {
  verified: 'verified',
  failed: 'NOT what it should be',
  undecided: "undecided: nothing is wrong, but nothing vouches for it either; give the signer's root with --ca, or the inputs with --inputs",
};
