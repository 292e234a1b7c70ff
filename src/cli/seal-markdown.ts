import { type SovereigntyResult } from '../core/sovereignty/sovereignty-result.js';

/** Levels as one table: a row per deployment, a column per objective. */
export function sealMarkdown({ asOf, framework, deployments }: SovereigntyResult): string {
  const objectives = deployments[0]?.objectives ?? [];
  return [
    `## ${cell(framework.name)} (${framework.label})`,
    '',
    `As of ${asOf.slice(0, 10)}. Each level is a range: the lower end is shown by what is recorded, the upper end is what nothing recorded speaks against.`,
    '',
    `| Deployment | ${objectives.map(({ objective, name }) => `${objective} ${cell(name)}`).join(' | ')} | Score |`,
    `|---|${objectives.map(() => '---|').join('')}---|`,
    ...deployments.map(({ id, objectives: own, score }) => `| ${cell(id)} | ${own.map(rangeText).join(' | ')} | ${score.low}–${score.high} % |`),
    '',
  ].join('\n');
}

function rangeText({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? String(low) : `${low}–${high}`;
}

function cell(text: string): string {
  return text.replaceAll(/[\\`*_<>[\]|]/g, (mark) => `\\${mark}`).replaceAll('\n', ' ');
}
