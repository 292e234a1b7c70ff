import { toMarkdown } from '../exporters/markdown/to-markdown.js';
import { toText } from '../exporters/text/to-text.js';
import { auditedExporters } from '../exporters/audited-registry.js';
import { auditTables } from '../exporters/tables/audit-tables.js';
import { type AuditResult, type FindingOfResult } from '../core/audit/audit-result.js';
import { type InventorySnapshot } from '../core/inventory/inventory-snapshot.js';
import { auditInputs, type AuditOptions } from './audit-inputs.js';
import { type ServerAccess } from './ask-server.js';
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
  /** Checks there instead of here. */
  readonly server?: ServerAccess;
}

interface Checked {
  readonly result: AuditResult;
  readonly snapshot: InventorySnapshot;
  readonly before?: readonly FindingOfResult[];
  readonly note: string;
  readonly pdf: () => Promise<Uint8Array>;
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
  $ DOMICILE_API_KEY=… domicile check . --server https://domicile.example.org   checked and kept there; in CI the job's ID token serves as key (docs/ci.md)
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
  const checked = options.server === undefined ? await checkHere(options) : await (await import('./check-on-server.js')).checkOnServer(options, options.server);
  const written: WrittenOutput[] = [];
  for (const target of targets) written.push(...(await render(checked, target, options)));
  return { stdout: await writeOutputs(written), stderr: checked.note, exitCode: exitCodeOf(checked.result) };
}

async function checkHere(options: CheckOptions): Promise<Checked> {
  const audited = await auditInputs(options);
  const before = audited.input.baseline?.findings;
  return {
    result: audited.result,
    snapshot: audited.snapshot,
    ...(before === undefined ? {} : { before }),
    note: '',
    pdf: async () => (await (await import('./render-report.js')).renderReport(audited, { template: 'full-audit', language: 'en' })).pdf,
  };
}

async function render(checked: Checked, target: OutputTarget, { table, colour }: CheckOptions): Promise<WrittenOutput[]> {
  const { format, output } = target;
  if (isTableFormat(format)) return tableOutputs(auditTables(checked.result), target, table);
  if (output === undefined) return [{ content: renderText(checked, format, colour) }];
  return [{ output, content: format === 'pdf' ? await checked.pdf() : renderText(checked, format, false) }];
}

function renderText({ before, result, snapshot }: Checked, format: string, colour: boolean): string {
  if (format === 'text') return toText(result, colour ? terminalMarks : undefined);
  if (format === 'markdown') return toMarkdown(result, before);
  const exporter = auditedExporters.find(({ id }) => id === format);
  return exporter?.export(result, snapshot) ?? '';
}
