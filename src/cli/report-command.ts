import { readFile } from 'node:fs/promises';
import { UsageError } from './usage-error.js';
import { writeOutput } from '../files/write-output.js';
import { signerName } from '../signing/signer-name.js';
import { auditInputs, type AuditOptions } from './audit-inputs.js';
import { type CommandOutput, refusal } from './command-output.js';
import { readAbout } from './read-about.js';
import { readDecisions } from './read-decisions.js';
import { readHistory } from './read-history.js';
import { readShock } from './read-shock.js';
import { readSigning, type SigningOptions } from './read-signing.js';
import { renderReport, type RenderOptions } from './render-report.js';

export interface ReportOptions extends AuditOptions, Omit<RenderOptions, 'decisions' | 'about' | 'shocks' | 'history' | 'onPage'>, SigningOptions {
  readonly output: string;
  /** Scenarios, as `domicile shock` takes them. */
  readonly shockScenarios: readonly string[];
  /** Results of earlier audits, for the trend. */
  readonly historyFiles: readonly string[];
  /** Cases whose decisions the report justifies. */
  readonly decisionCases: readonly string[];
  /** File that says whose report it is, its title, version and marks. */
  readonly aboutFile?: string;
  /** Shows a line in place of the last one; an empty one takes it away. */
  readonly onProgress?: (line: string) => void;
}

export const reportHelp = `
Example:
  $ domicile report examples/nordlicht -o audit.pdf
  $ domicile report . -o audit.pdf --as-of 2026-09-30 --template board-brief
  $ domicile report examples/nordlicht -o dossier.pdf --template dossier --deployment claims-assistant --decision examples/decisions/open-wins.yaml
  $ domicile report examples/nordlicht -o audit.pdf --about examples/nordlicht/report/about.yaml
  $ domicile report . -o audit.pdf --shock adequacy-falls:jurisdiction=US --seal --history audit-2026-q2.json --history audit-2026-q3.json
  $ domicile report . -o audit.pdf --sign key.pem --cert cert.pem --timestamp https://tsa.example/tsr

A decision is justified as its inputs were approved; what the packs of this audit judge otherwise is said beside it.

The same input gives the same bytes; a signature is appended to them. A report without its three sign-offs says DRAFT on every page.
Exit code: 0 written · 2 wrong input.`;

/** `domicile report`: audits and writes the PDF. The gate has no say: a report is written whatever it concludes, but not from inputs that cannot be read. */
export async function report(options: ReportOptions): Promise<CommandOutput> {
  const say = (line: string): void => options.onProgress?.(line);
  try {
    return await writeReport(options, say);
  } finally {
    say('');
  }
}

async function writeReport(options: ReportOptions, say: (line: string) => void): Promise<CommandOutput> {
  if (options.only !== undefined && (options.seal || options.deployment !== undefined || options.shockScenarios.length > 0 || options.historyFiles.length > 0)) throw new UsageError('a report of a part shows neither levels, shocks nor earlier audits, which are of the whole; leave out --only, or --seal, --shock, --history and --deployment');
  say('auditing');
  const audited = await auditInputs(options);
  const errors = audited.result.problems.filter(({ level }) => level !== 'warning');
  const lines = audited.result.problems.map(({ file, line, column, message }) => `${file}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${message}\n`).join('');
  if (errors.length > 0) return { stdout: '', stderr: lines, exitCode: 2 };
  const decisions = await readDecisions(options.decisionCases);
  if ('problems' in decisions) return refusal(decisions.problems);
  const about = options.aboutFile === undefined ? { about: {} } : await readAbout(options.aboutFile);
  if ('problems' in about) return refusal(about.problems);
  const shocks = await Promise.all(options.shockScenarios.map((scenario) => readShock(scenario, readFile)));
  const wrong = shocks.flatMap((shock) => ('problems' in shock ? shock.problems : []));
  if (wrong.length > 0) return refusal(wrong);
  const history = await readHistory(options.historyFiles, audited.result.asOf);
  const signing = await readSigning(options);
  say('laying out pages');
  const { pdf: unsigned, model } = await renderReport(audited, { ...options, decisions: decisions.records, shocks: shocks.flatMap((shock) => ('value' in shock ? [shock.value] : [])), history, about: about.about, onPage: (page, pages) => say(`page ${page} of ${pages}`) });
  if (signing !== undefined) say('signing');
  const pdf = signing === undefined ? unsigned : await (await import('../signing/sign-report.js')).signReport(unsigned, signing);
  await writeOutput(options.output, pdf);
  const notes = model.problems.map(({ message }) => `${options.output}: ${message}\n`).join('');
  return { stdout: `${options.output}: ${audited.result.conclusion}, ${audited.result.findings.length} findings, attached result ${model.digest}${signing === undefined ? '' : `, signed by ${signerName(signing.signer.certificate)}`}\n`, stderr: lines + notes, exitCode: 0 };
}
