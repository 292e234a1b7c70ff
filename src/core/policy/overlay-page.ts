import { type Control } from '../reference/control.js';
import { type PackTests, type CompiledPack } from './compiled-pack.js';
import { pageText } from './page-text.js';
import { type PolicyOverlay } from './policy-overlay.js';
import { rulePage } from './rule-page.js';
import { severityText } from './severity-text.js';

/** The page of an overlay: what it changes in its pack, and the rules it adds. `pack` is the pack with the overlay applied. */
export function overlayPage(overlay: PolicyOverlay, pack: CompiledPack, tests: PackTests, controls: ReadonlyMap<string, Control>): string {
  const { metadata, extends: base, params = {}, rules = {}, addRules = [] } = overlay;
  const added = new Set(addRules.map(({ id }) => id));
  const severityOf = (id: string): string => severityText(pack.rules.find((rule) => rule.id === id)?.severity ?? []);
  const changes = [
    ...Object.entries(rules).map(([id, { severity, enabled }]) => `- [${id}](../${base.pack}/README.md) ${[...(severity === undefined ? [] : [`weighs ${severityOf(id)}`]), ...(enabled === undefined ? [] : [enabled ? 'is on' : 'is off'])].join(' and ')}`),
    ...Object.entries(params).map(([name, value]) => `- \`${name}\` is ${pageText(JSON.stringify(value))}`),
  ];
  return [
    '<!-- Written by the build from the overlay in this folder; change that. -->',
    '',
    `# ${pageText(metadata.title ?? metadata.id)}`,
    '',
    ...(metadata.description === undefined ? [] : [pageText(metadata.description), '']),
    `An overlay of the pack [${base.pack}](../${base.pack}/README.md); name both: \`--pack ${base.pack} --pack ${metadata.id}\`. Not legal advice.`,
    '',
    ...(changes.length === 0 ? [] : ['What it changes:', '', ...changes, '']),
    ...pack.rules.filter(({ id }) => added.has(id)).flatMap((rule) => rulePage(rule, tests.rules.find((each) => each.rule === rule.id), controls)),
  ].join('\n');
}
