import { toMarkdown } from '../exporters/markdown/to-markdown.js';
import { toText } from '../exporters/text/to-text.js';
import { auditedExporters } from '../exporters/audited-registry.js';
import { auditTables } from '../exporters/tables/audit-tables.js';
import { auditInputs, type Audited, type AuditOptions } from './audit-inputs.js';
import { checkTableTargets } from './check-table-targets.js';
import { type CommandOutput } from './command-output.js';
import { exitCodeOf } from './exit-code.js';
import { type OutputTarget, outputTargets } from './output-targets.js';
import { isTableFormat, tableFormats } from './table-format.js';
import { tableOutputs, type WrittenOutput } from './table-outputs.js';
import { terminalMarks } from './terminal-marks.js';
import { UsageError } from './usage-error.js';
import { writeOutputs } from './write-outputs.js';

export interface CheckOptions extends AuditOptions {
  readonly formats: readonly string[];
  readonly outputs: readonly string[];
  /** The one table to write as CSV or XLSX; absent: all. */
  readonly table?: string;
  readonly colour: boolean;
}

export const checkHelp = `
Examples:
  $ domicile check domicile.yaml
  $ domicile check . --format sarif --output domicile.sarif --format text
  $ domicile check . --base origin/main --format markdown --output comment.md
  $ domicile check . --format in-toto --output audit.intoto.json
  $ domicile check . --format xlsx --output audit.xlsx --format csv --output tables/
  $ domicile check domicile.yaml --as-of 2026-08-01 --pack transfers --fail-on critical
  $ domicile check . --only deployment/claims-triage --only environment=production   only these; the answer says that it is of a part
  $ domicile check domicile.yaml --weights llama=models/llama   also whether the weights are those their publisher named
  $ domicile check domicile.yaml --code services/   also whether what the code calls is what is declared

in-toto is a statement over the audited inventory and its weights by digest, with the conclusion and the digest of the result; sign it with a tool
for attestations. Tables of csv and xlsx: audit, findings, verdicts, controls, problems. In CSV, a cell that a spreadsheet could take for a formula, or that begins
with an apostrophe, has an apostrophe put before it.

Exit code: 0 passed the gate · 1 a fail blocks · 3 an unknown blocks · 2 wrong input, or a rule broke.
The gate decides the exit code; the conclusion is printed apart from it.`;

/** `domicile check`: audits and prints, for a person, a machine or a pull request. Several formats can be written in one run. */
export async function check(options: CheckOptions): Promise<CommandOutput> {
  const targets = outputTargets(options.formats, options.outputs, [...auditedExporters.map(({ id }) => id), ...tableFormats, 'pdf']);
  if (targets.some(({ format, output }) => format === 'pdf' && output === undefined)) throw new UsageError('a PDF is not printed on a terminal; add --output report.pdf');
  checkTableTargets(targets, options.table);
  const audited = await auditInputs(options);
  const written: WrittenOutput[] = [];
  for (const target of targets) written.push(...(await render(audited, target, options)));
  return { stdout: await writeOutputs(written), stderr: '', exitCode: exitCodeOf(audited.result) };
}

async function render(audited: Audited, target: OutputTarget, { table, colour }: CheckOptions): Promise<WrittenOutput[]> {
  const { format, output } = target;
  if (isTableFormat(format)) return tableOutputs(auditTables(audited.result), target, table);
  if (output === undefined) return [{ content: renderText(audited, format, colour) }];
  if (format !== 'pdf') return [{ output, content: renderText(audited, format, false) }];
  const { renderReport } = await import('./render-report.js');
  return [{ output, content: (await renderReport(audited, { template: 'full-audit', language: 'en' })).pdf }];
}

function renderText({ input, result, snapshot }: Audited, format: string, colour: boolean): string {
  if (format === 'text') return toText(result, colour ? terminalMarks : undefined);
  if (format === 'markdown') return toMarkdown(result, input.baseline?.findings);
  const exporter = auditedExporters.find(({ id }) => id === format);
  return exporter?.export(result, snapshot) ?? '';
}
