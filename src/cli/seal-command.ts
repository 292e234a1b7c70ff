import { defaultGate } from '../core/audit/gate.js';
import { nearestName } from '../core/inventory/nearest-name.js';
import { type SovereigntyResult } from '../core/sovereignty/sovereignty-result.js';
import { readAuditInput } from './audit-inputs.js';
import { type CommandOutput } from './command-output.js';
import { levelsOf } from './levels-of.js';
import { printable } from './printable.js';
import { sealMarkdown } from './seal-markdown.js';
import { sealText } from './seal-text.js';
import { UsageError } from './usage-error.js';

export interface SealOptions {
  readonly paths: readonly string[];
  /** ISO 8601 instant. */
  readonly asOf: string;
  readonly format: 'text' | 'json' | 'markdown';
  /** `3` for every objective, or `SOV-2=3`. */
  readonly minimum: readonly string[];
  readonly deployment?: string;
}

export const sealHelp = `
Examples:
  $ domicile seal examples/nordlicht
  $ domicile seal examples/nordlicht --deployment claims-assistant
  $ domicile seal domicile.yaml --minimum 2 --minimum SOV-2=3 --format markdown

Levels 0 to 4 of the EU Cloud Sovereignty Framework (SEAL), objective by objective, as a range: the lower end is shown by
what is recorded, the upper end is what no recorded fact speaks against. An adaptation: the framework was read in secondary sources.
Objectives are never averaged; the weighted score ranks what meets every minimum.
Exit code: 0 every minimum is shown to be met · 1 one is missed · 3 one cannot be decided · 2 wrong input. Without --minimum: 0.`;

/** `domicile seal`: how sovereign each deployment is shown to be. */
export async function sealCommand({ paths, asOf, format, minimum, deployment }: SealOptions): Promise<CommandOutput> {
  const all = await levelsOf(await readAuditInput({ paths, packs: ['eu-sovereignty'], waivers: [], asOf, gate: defaultGate }));
  const minima = minimaOf(minimum, all.deployments[0]?.objectives.map(({ objective }) => objective) ?? []);
  const result = deployment === undefined ? all : { ...all, deployments: [chosen(all, deployment)] };
  const stdout = format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : printable(format === 'markdown' ? sealMarkdown(result) : sealText(result));
  return { stdout, stderr: '', exitCode: exitCode(result, minima) };
}

function chosen({ deployments }: SovereigntyResult, named: string): SovereigntyResult['deployments'][number] {
  const found = deployments.find(({ id }) => id === named);
  if (found !== undefined) return found;
  const near = nearestName(named, deployments.map(({ id }) => id));
  throw new UsageError(`there is no live deployment '${named}'; ${near === undefined ? `write one of: ${deployments.map(({ id }) => id).slice(0, 20).join(', ')}` : `did you mean '${near}'?`}`);
}

function minimaOf(written: readonly string[], objectives: readonly string[]): ReadonlyMap<string, number> {
  const minima = new Map<string, number>();
  for (const text of written) {
    const [, objective, level] = /^(?:([^=]+)=)?([0-4])$/.exec(text.trim()) ?? [];
    if (level === undefined || (objective !== undefined && !objectives.includes(objective))) throw new UsageError(`--minimum '${text}' is neither a level from 0 to 4 nor an objective with one; write 2, or ${objectives[1] ?? 'SOV-2'}=3`);
    for (const each of objective === undefined ? objectives : [objective]) minima.set(each, Number(level));
  }
  return minima;
}

function exitCode({ deployments, problems }: SovereigntyResult, minima: ReadonlyMap<string, number>): 0 | 1 | 2 | 3 {
  if (problems.some(({ level }) => level !== 'warning')) return 2;
  const asked = deployments.flatMap(({ objectives }) => objectives.map(({ objective, low, high }) => ({ low, high, minimum: minima.get(objective) ?? 0 })));
  if (asked.some(({ high, minimum }) => high < minimum)) return 1;
  return asked.some(({ low, minimum }) => low < minimum) ? 3 : 0;
}
