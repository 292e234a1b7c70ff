import { type BreakOfShock, type DeploymentOfShock, type ShockResult } from '../core/shock/shock-result.js';

/** A shock for people at a terminal: what breaks first, then what cannot be decided, then what stays as it is. */
export function shockText(result: ShockResult): string {
  const of = (impact: DeploymentOfShock['impact']): DeploymentOfShock[] => result.deployments.filter((one) => one.impact === impact);
  const unchanged = of('unchanged').map(({ id, stands, loses }) => {
    const notes = [...(stands === 0 ? [] : [`findings open already: ${stands}`]), ...loses.map(({ stage, to }) => `loses its ${stage ?? 'unnamed'} flow to ${to ?? 'nobody named'}`)];
    return notes.length === 0 ? id : `${id} (${notes.join('; ')})`;
  });
  return [
    ...result.problems.map(({ file, line, level, message }) => `${line === undefined ? file : `${file}:${line}`}: ${level === 'warning' ? 'warning' : 'error'}: ${message}`),
    `If ${result.shock.title}, as of ${result.asOf.slice(0, 10)}:`,
    `  ${result.counts.breaks} of ${result.deployments.length} deployments break, ${result.counts.undecided} cannot be decided, ${result.counts.unchanged} stay as they are`,
    ...result.blastRadius.map(({ criticality, breaks, undecided, unchanged: same, usersPerMonth }) => `  ${(criticality ?? 'not stated').padEnd(10)} ${breaks} break, ${undecided} undecided, ${same} unchanged${breaks === 0 ? '' : `; ${usersPerMonth.value} users/month in those that break${usersPerMonth.notStatedFor === 0 ? '' : ` and ${usersPerMonth.notStatedFor} that state none`}`}`),
    ...of('breaks').flatMap((one) => block('breaks', one)),
    ...of('undecided').flatMap((one) => block('undecided', one)),
    ...(result.elsewhere.length === 0 ? [] : ['', 'elsewhere', ...result.elsewhere.map((one) => `  ${breakLine(one)}`)]),
    ...(unchanged.length === 0 ? [] : ['', `unchanged  ${unchanged.join(', ')}`]),
    '',
  ].join('\n');
}

function block(word: string, { id, name, criticality, stops, why, loses, breaks, stands, mends, fallback }: DeploymentOfShock): string[] {
  return [
    '',
    `${word}  ${id}  ${name === id ? '' : `${name}, `}${criticality ?? 'criticality not stated'}`,
    ...(stops === 'no' ? [] : [`  ${stops === 'yes' ? 'stops' : 'may stop'}: ${why}`]),
    ...loses.map(({ flow, stage, to }) => `  loses ${flow} (${stage ?? 'stage not stated'} to ${to ?? 'nobody named'})`),
    ...breaks.map((one) => `  ${breakLine(one)}`),
    ...(stands === 0 ? [] : [`  findings open already: ${stands}`]),
    ...(mends.length === 0 ? [] : [`  no longer fails: ${mends.join(', ')}`]),
    `  fallback ${fallback.state}: ${fallback.why}${fallback.daysWithout === null ? '' : `; ${fallback.daysWithout} days without service`}`,
  ];
}

function breakLine({ ruleId, severity, before, after, subject, element, message, waived }: BreakOfShock): string {
  return `${before} → ${after}  ${severity} ${ruleId}${waived ? ' [waived]' : ''}  ${element === undefined ? subject : `${subject} ${element}`}: ${message}`;
}
