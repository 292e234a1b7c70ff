import { type Control } from '../reference/control.js';
import { type CompiledPack, type CompiledParameter, type CompiledRule, type PackTests } from './compiled-pack.js';
import { pageText } from './page-text.js';
import { rulePage } from './rule-page.js';
import { severityText } from './severity-text.js';

/** The page of a pack in Markdown: what each rule asks, why, by which control, and how it comes out in its own tests. The same pack gives the same bytes. */
export function packPage(pack: CompiledPack, tests: PackTests, controls: ReadonlyMap<string, Control>): string {
  const params = Object.entries(pack.params);
  return [
    '<!-- Written by the build from the rules of this folder; change those. -->',
    '',
    `# ${pageText(pack.title)}`,
    '',
    ...(pack.description === undefined ? [] : [pageText(pack.description), '']),
    `\`${pack.id}\` ${pack.version}, ${pack.rules.length} rules, ${pack.recommended ? 'on where an organisation names no packs' : 'off unless named'}. Not legal advice.`,
    '',
    '| rule | severity | about | asks |',
    '|---|---|---|---|',
    ...pack.rules.map(({ id, severity, subject, title }) => `| [${id}](#${anchorOf(id)}) | ${severityText(severity)} | ${subject} | ${pageText(title)} |`),
    '',
    ...waiverLines(pack),
    ...(params.length === 0 ? [] : ['## Parameters', '', 'An overlay sets other values; see [how](../README.md).', '', '| parameter | value | means | source |', '|---|---|---|---|', ...params.map(parameterRow), '']),
    ...pack.rules.flatMap((rule) => rulePage(rule, tests.rules.find((each) => each.rule === rule.id), controls)),
  ].join('\n');
}

/** The heading of a rule is its id alone, so that links to it last. */
const anchorOf = (rule: CompiledRule['id']): string => rule.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '');

function waiverLines({ waivers }: CompiledPack): string[] {
  if (waivers === undefined) return ['No rule of this pack can be waived.', ''];
  return [`A waiver lasts at most ${waivers.maxDays} days and is approved by: ${waivers.approverRoles.map(pageText).join(', ')}.`, ''];
}

function parameterRow([name, { type, value, description, source }]: readonly [string, CompiledParameter]): string {
  const shown = type === 'timestamp' && typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : Array.isArray(value) ? value.join(', ') || '(empty)' : String(value);
  return `| \`${name}\` | ${[shown, description ?? '', source ?? ''].map(pageText).join(' | ')} |`;
}
