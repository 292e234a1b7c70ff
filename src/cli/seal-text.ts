import { type LevelGap, type SovereigntyResult } from '../core/sovereignty/sovereignty-result.js';

const mostReasons = 3;

/** Levels for people at a terminal: one line per objective, and under it what would raise or narrow it. */
export function sealText({ asOf, framework, deployments, problems }: SovereigntyResult): string {
  return [
    ...problems.map(({ file, line, level, message }) => `${line === undefined ? file : `${file}:${line}`}: ${level === 'warning' ? 'warning' : 'error'}: ${message}`),
    `${framework.name}: ${framework.label}, as of ${asOf.slice(0, 10)}`,
    ...framework.levels.map(({ level, name, detail }) => `  ${level} ${name}: ${detail}`),
    ...deployments.flatMap(({ id, name, objectives, score }) => [
      '',
      `${id}${name === id ? '' : `  ${name}`}`,
      ...objectives.flatMap((objective) => [
        `  ${objective.objective}  ${rangeText(objective)}  ${objective.name}, ${objective.weight} %`,
        ...gapLines(objective.gaps).map((line) => `           ${line}`),
      ]),
      `  weighted score ${score.low === score.high ? score.low : `${score.low} to ${score.high}`} %, only to rank what meets every minimum`,
    ]),
    '',
  ].join('\n');
}

function rangeText({ low, high }: { readonly low: number; readonly high: number }): string {
  return (low === high ? String(low) : `${low}–${high}`).padEnd(3);
}

/** The next two steps, and how to take the first; levels that ask for the same unrecorded facts are one step. */
function gapLines(gaps: readonly LevelGap[]): string[] {
  const steps = gaps.filter(({ ruleId }, index) => ruleId !== null || gaps[index - 1]?.ruleId !== null).slice(0, 2);
  const remedy = steps[0]?.remediation;
  return [...steps.map(gapText), ...(remedy === null || remedy === undefined ? [] : [`→ ${remedy}`])];
}

function gapText({ level, ruleId, asks, state, because }: LevelGap): string {
  if (ruleId === null) return `level ${level} asks for ${asks}`;
  const reasons = because.slice(0, mostReasons).join('; ');
  const more = because.length > mostReasons ? `; and ${because.length - mostReasons} more` : '';
  return `level ${level} ${state === 'missed' ? 'missed' : 'open'} (${ruleId} ${asks}): ${reasons}${more}${state === 'open' ? ' not recorded' : ''}`;
}
