import { writeOutput } from '../files/write-output.js';
import { auditInputs, type AuditOptions } from './audit-inputs.js';
import { type CommandOutput, refusal } from './command-output.js';
import { readAbout } from './read-about.js';
import { readDecisions } from './read-decisions.js';
import { renderReport, type RenderOptions } from './render-report.js';

export interface ReportOptions extends AuditOptions, Omit<RenderOptions, 'decisions' | 'about'> {
  readonly output: string;
  /** Cases whose decisions the report justifies. */
  readonly decisionCases: readonly string[];
  /** File that says whose report it is, its title, version and marks. */
  readonly aboutFile?: string;
}

export const reportHelp = `
Example:
  $ domicile report examples/nordlicht -o audit.pdf
  $ domicile report . -o audit.pdf --as-of 2026-09-30 --template board-brief
  $ domicile report examples/nordlicht -o dossier.pdf --template dossier --deployment claims-assistant --decision examples/decisions/open-wins.yaml
  $ domicile report examples/nordlicht -o audit.pdf --about examples/nordlicht/report/about.yaml

A decision is justified as its inputs were approved; what the packs of this audit judge otherwise is said beside it.

The same input gives the same bytes. A report without its three sign-offs says DRAFT on every page.
Exit code: 0 written · 2 wrong input.`;

/** `domicile report`: audits and writes the PDF. The gate has no say: a report is written whatever it concludes, but not from inputs that cannot be read. */
export async function report(options: ReportOptions): Promise<CommandOutput> {
  const audited = await auditInputs(options);
  const errors = audited.result.problems.filter(({ level }) => level !== 'warning');
  const lines = audited.result.problems.map(({ file, line, column, message }) => `${file}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${message}\n`).join('');
  if (errors.length > 0) return { stdout: '', stderr: lines, exitCode: 2 };
  const decisions = await readDecisions(options.decisionCases);
  if ('problems' in decisions) return refusal(decisions.problems);
  const about = options.aboutFile === undefined ? { about: {} } : await readAbout(options.aboutFile);
  if ('problems' in about) return refusal(about.problems);
  const { pdf, model } = await renderReport(audited, { ...options, decisions: decisions.records, about: about.about });
  await writeOutput(options.output, pdf);
  const notes = model.problems.map(({ message }) => `${options.output}: ${message}\n`).join('');
  return { stdout: `${options.output}: ${audited.result.conclusion}, ${audited.result.findings.length} findings, attached result ${model.digest}\n`, stderr: lines + notes, exitCode: 0 };
}
