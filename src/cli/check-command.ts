import { type AuditResult } from '../core/audit/audit-result.js';
import { toText } from '../exporters/text/to-text.js';
import { exporters } from '../exporters/registry.js';
import { writeOutput } from '../files/write-output.js';
import { auditInputs, type Audited, type AuditOptions } from './audit-inputs.js';
import { type CommandOutput } from './command-output.js';
import { exitCodeOf } from './exit-code.js';
import { outputTargets } from './output-targets.js';
import { terminalMarks } from './terminal-marks.js';
import { UsageError } from './usage-error.js';

export interface CheckOptions extends AuditOptions {
  readonly formats: readonly string[];
  readonly outputs: readonly string[];
  readonly colour: boolean;
}

export const checkHelp = `
Examples:
  $ domicile check domicile.yaml
  $ domicile check . --format sarif --output domicile.sarif --format text
  $ domicile check . --base origin/main --format markdown --output comment.md
  $ domicile check domicile.yaml --as-of 2026-08-01 --pack transfers --fail-on critical

Exit code: 0 passed the gate · 1 a fail blocks · 3 an unknown blocks · 2 wrong input, or a rule broke.
The gate decides the exit code; the conclusion is printed apart from it.`;

/** `domicile check`: audits and prints, for a person, a machine or a pull request. Several formats can be written in one run. */
export async function check(options: CheckOptions): Promise<CommandOutput> {
  const targets = outputTargets(options.formats, options.outputs, [...exporters.map(({ id }) => id), 'pdf']);
  if (targets.some(({ format, output }) => format === 'pdf' && output === undefined)) throw new UsageError('a PDF is not printed on a terminal; add --output report.pdf');
  const audited = await auditInputs(options);
  const files: { readonly path: string; readonly content: string | Uint8Array }[] = [];
  let stdout = '';
  for (const { format, output } of targets) {
    if (output !== undefined) files.push({ path: output, content: await render(audited, format) });
    else stdout = renderText(audited.result, format, options.colour);
  }
  for (const { path, content } of files) await writeOutput(path, content);
  return { stdout, stderr: '', exitCode: exitCodeOf(audited.result) };
}

async function render(audited: Audited, format: string): Promise<string | Uint8Array> {
  if (format !== 'pdf') return renderText(audited.result, format, false);
  const { renderReport } = await import('./render-report.js');
  return (await renderReport(audited, { template: 'full-audit', language: 'en' })).pdf;
}

function renderText(result: AuditResult, format: string, colour: boolean): string {
  if (format === 'text') return toText(result, colour ? terminalMarks : undefined);
  const exporter = exporters.find(({ id }) => id === format);
  return exporter?.export(result) ?? '';
}
