import { type Control } from '../reference/control.js';
import { type CompiledRule, type TestsOfRule } from './compiled-pack.js';
import { pageText } from './page-text.js';
import { severityText } from './severity-text.js';

const outcomes = ['pass', 'fail', 'unknown', 'not-applicable'] as const;

/** The section of one rule in the page of its pack. */
export function rulePage(rule: CompiledRule, tests: TestsOfRule | undefined, controls: ReadonlyMap<string, Control>): string[] {
  return [
    `## ${rule.id}`,
    '',
    `**${pageText(rule.title)}**`,
    '',
    `${severityText(rule.severity)}, about every ${rule.subject}${rule.forEach === undefined ? '' : `, once per \`${rule.forEach.as}\``}${rule.enabled ? '' : '; not enabled'}`,
    '',
    pageText(rule.rationale),
    '',
    `**What to do.** ${pageText(rule.remediation)}`,
    '',
    '```cel',
    ...(rule.appliesTo === undefined ? [] : [`// applies where`, rule.appliesTo.source.trim()]),
    '// passes where',
    rule.check.source.trim(),
    '```',
    '',
    rule.onMissing === 'fail' ? 'What is not recorded counts as a fail.' : 'What is not recorded makes it unknown, never a pass.',
    '',
    ...rule.controls.map((id) => controlLine(id, controls.get(id))),
    '',
    ...(tests === undefined ? [] : testLines(tests)),
  ];
}

function controlLine(id: string, control: Control | undefined): string {
  if (control === undefined) return `- ${pageText(id)}`;
  const known = control.confidence === 'known-but-unverified' ? ' (text not verified)' : '';
  const source = control.sources?.[0];
  const cited = source === undefined ? (control.noSource ?? 'no source') : source.url === undefined ? pageText(source.title) : `[${pageText(source.title)}](${source.url})`;
  return `- **${pageText(id)}** ${pageText(control.requirement)}${known} ${cited}`;
}

function testLines({ tests, survivors }: TestsOfRule): string[] {
  const expected = tests.flatMap(({ name, expect }) => (typeof expect === 'string' ? [[expect, name] as const] : Object.entries(expect).map(([element, outcome]) => [outcome, `${name} (${element})`] as const)));
  const rows = outcomes.flatMap((outcome) => {
    const names = expected.filter(([is]) => is === outcome).map(([, name]) => pageText(name));
    return names.length === 0 ? [] : [`- ${outcome}: ${names.join('; ')}`];
  });
  return [...(rows.length === 0 ? [] : ['Tested:', '', ...rows, '']), ...survivors.flatMap(({ mutant, reason }) => [`A change no test notices: \`${mutant}\`. ${pageText(reason)}`, ''])];
}
