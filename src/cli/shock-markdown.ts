import { type DeploymentOfShock, type ShockResult } from '../core/shock/shock-result.js';

/** A shock for a pull request or a board paper: a table of deployments, the weightiest impact first. */
export function shockMarkdown(result: ShockResult): string {
  const order: readonly DeploymentOfShock['impact'][] = ['breaks', 'undecided', 'unchanged'];
  const rows = order.flatMap((impact) => result.deployments.filter((one) => one.impact === impact));
  return [
    `## If ${cell(result.shock.title)}`,
    '',
    `As of ${result.asOf.slice(0, 10)}: **${result.counts.breaks}** of ${result.deployments.length} deployments break, **${result.counts.undecided}** cannot be decided, ${result.counts.unchanged} stay as they are.`,
    '',
    '| Deployment | Criticality | Impact | What breaks | Fallback |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((one) => `| ${[one.id, one.criticality ?? 'not stated', one.impact, breaksOf(one), `${one.fallback.state}: ${one.fallback.why}`].map(cell).join(' | ')} |`),
    ...(result.elsewhere.length === 0 ? [] : ['', `Elsewhere: ${result.elsewhere.map(({ subject, ruleId, after }) => `${cell(subject)} ${ruleId} (${after})`).join(', ')}.`]),
    '',
  ].join('\n');
}

function breaksOf({ stops, why, breaks, stands }: DeploymentOfShock): string {
  const stop = stops === 'no' ? [] : [`${stops === 'yes' ? 'stops' : 'may stop'}: ${why}`];
  const rules = breaks.map(({ ruleId, after, waived }) => `${ruleId} (${after}${waived ? ', waived' : ''})`);
  return [...stop, ...rules, ...(stands === 0 ? [] : [`open already: ${stands}`])].join('; ');
}

function cell(text: string): string {
  return text.replaceAll(/[\\`*_<>[\]|]/g, (mark) => `\\${mark}`).replaceAll('\n', ' ');
}
