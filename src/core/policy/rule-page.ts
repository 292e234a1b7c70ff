import { subjectSchemas } from '../exposure/view/subject-schemas.js';
import { type Control } from '../reference/control.js';
import { type FactSource } from '../reference/fact-source.js';
import { type CompiledRule, type TestsOfRule } from './compiled-pack.js';
import { fieldNoteOf } from './field-note-of.js';
import { pageText } from './page-text.js';
import { ruleExamples } from './rule-examples.js';
import { severityText } from './severity-text.js';

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
    'Controls:',
    '',
    ...rule.controls.map((id) => controlLine(id, controls.get(id))),
    '',
    'Facts it needs:',
    '',
    ...rule.paths.map(factLine),
    ...parameterNames(rule).map((name) => `- the parameter \`${name}\``),
    '',
    ...(tests === undefined ? [] : [...ruleExamples(tests), ...survivorLines(tests)]),
  ];
}

function controlLine(id: string, control: Control | undefined): string {
  if (control === undefined) return `- ${pageText(id)}`;
  const known = control.confidence === 'known-but-unverified' ? ' (text not verified)' : '';
  const from = control.application.filter(({ knownTo }) => knownTo === undefined).map(({ scope, appliesFrom, appliesTo }) => `${scope === 'all' ? '' : `${scope} `}from ${appliesFrom}${appliesTo === undefined ? '' : ` until ${appliesTo}`}`);
  const cited = control.sources?.map(sourceLink).join('; ') ?? `No source: ${pageText(control.noSource ?? 'none named')}`;
  return `- **${pageText(id)}** (${pageText(control.framework)}, ${from.join(', ')}) ${pageText(control.requirement)}${known} ${cited} (${control.confidence}, as of ${control.asOf})`;
}

function sourceLink({ title, url }: FactSource): string {
  return url === undefined ? pageText(title) : `[${pageText(title)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

function factLine(path: string): string {
  const note = fieldNoteOf(subjectSchemas, path);
  return `- \`${path}\`${note === undefined ? '' : `: ${pageText(note)}`}`;
}

function parameterNames({ check, appliesTo }: CompiledRule): string[] {
  return [...new Set([...check.params, ...(appliesTo?.params ?? [])])].sort();
}

function survivorLines({ survivors }: TestsOfRule): string[] {
  return survivors.flatMap(({ mutant, reason }) => [`A change no test notices: \`${mutant}\`. ${pageText(reason)}`, '']);
}
