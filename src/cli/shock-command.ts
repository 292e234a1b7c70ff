import { blocks, type Gate } from '../core/audit/gate.js';
import { runShock } from '../core/shock/run-shock.js';
import { type ShockResult } from '../core/shock/shock-result.js';
import { type AuditOptions, readAuditInput } from './audit-inputs.js';
import { refusal, type CommandOutput, type ReadBytes } from './command-output.js';
import { printable } from './printable.js';
import { readShock } from './read-shock.js';
import { shockMarkdown } from './shock-markdown.js';
import { shockText } from './shock-text.js';

export interface ShockOptions extends AuditOptions {
  readonly scenario: string;
  readonly format: 'text' | 'json' | 'markdown';
}

export const shockHelp = `
Examples:
  $ domicile shock adequacy-falls:jurisdiction=US examples/nordlicht
  $ domicile shock parent-changes:provider=mistral,parent=Contoso,country=US domicile.yaml
  $ domicile shock api-cut-off:provider=openai,days=30 domicile.yaml
  $ domicile shock api-retired:provider=azure,model=gpt-4-turbo domicile.yaml
  $ domicile shock licence-changes:model=bloom-7b1,licence=LicenseRef-Llama-3.1-Community domicile.yaml
  $ domicile shock region-lost:region=gra11,provider=ovh domicile.yaml --format markdown

A scenario can also stand in a YAML file:
  kind: api-cut-off
  title: OpenAI is out for a month
  provider: openai
  days: 30

The shock happens at the instant of the audit (--as-of), and the same packs are run before and after it.
Exit code: 0 nothing breaks · 1 something breaks · 3 whether something breaks cannot be decided · 2 wrong input.
Rules lighter than --fail-on are shown and do not change the exit code.`;

/** `domicile shock`: what breaks under a changed fact. */
export async function shockCommand({ scenario, format, ...options }: ShockOptions, read: ReadBytes): Promise<CommandOutput> {
  const shock = await readShock(scenario, read);
  if ('problems' in shock) return refusal(shock.problems);
  const result = runShock(await readAuditInput(options), shock.value);
  if ('problem' in result) return refusal([{ file: 'domicile shock', code: 'impossible-shock', message: result.problem }]);
  return { stdout: render(result, format), stderr: '', exitCode: exitCode(result, options.gate) };
}

function render(result: ShockResult, format: ShockOptions['format']): string {
  if (format === 'json') return `${JSON.stringify(result, null, 2)}\n`;
  return printable(format === 'markdown' ? shockMarkdown(result) : shockText(result));
}

function exitCode({ problems, deployments, elsewhere }: ShockResult, gate: Gate): 0 | 1 | 2 | 3 {
  const breaks = [...deployments.flatMap((one) => one.breaks), ...elsewhere];
  if (problems.some(({ level }) => level !== 'warning') || breaks.some(({ after }) => after === 'error')) return 2;
  const blocking = breaks.filter(({ after, severity, waived }) => blocks({ verdict: after, severity, waived, isNew: true }, gate));
  if (deployments.some(({ stops }) => stops === 'yes') || blocking.some(({ after }) => after === 'fail')) return 1;
  const open = blocking.length > 0 || (gate.onUnknown === 'fail' && deployments.some(({ stops }) => stops === 'unknown'));
  return open ? 3 : 0;
}
