import { join } from 'node:path';
import { nearestName } from '../core/inventory/nearest-name.js';
import { explainRule as explain, type RuleExplanation } from '../core/policy/explain-rule.js';
import { policyOverlay } from '../core/policy/policy-overlay.js';
import { type Control } from '../core/reference/control.js';
import { bundledFolder } from '../files/bundled-folder.js';
import { type PackSource, readPackSource } from '../files/read-pack-source.js';
import { readReference } from '../files/read-reference.js';
import { refusal, type CommandOutput } from './command-output.js';
import { compileSources } from './compile-sources.js';
import { shippedFolders } from './shipped-folders.js';

interface Explained extends RuleExplanation {
  /** The shipped overlay that adds the rule; absent for a rule of the pack itself. */
  readonly overlay?: string;
}

/** `domicile pack explain`: what a rule of a shipped pack or overlay asks, what it reads, how it is tested, and which law it stands on. */
export async function explainRule(ruleId: string, format: 'text' | 'json'): Promise<CommandOutput> {
  const sources = await Promise.all(shippedFolders().map((name) => readPackSource(join(bundledFolder('policies'), name))));
  const overlays = sources.flatMap(overlayRules);
  // Severities and parameters that an overlay changes are not the pack's own: a rule of the pack is explained without any.
  const plain = await compileSources(sources.filter((source) => !isOverlay(source)));
  const all = overlays.length === 0 ? plain : await compileSources(sources);
  if (all.problems.length > 0) return refusal(all.problems);
  const ids = all.packs.flatMap(({ pack }) => pack.rules.map(({ id }) => id));
  const id = ids.find((known) => known.toLowerCase() === ruleId.toLowerCase());
  if (id === undefined) {
    const near = nearestName(ruleId, ids);
    return { stdout: '', stderr: `there is no rule '${ruleId}'; ${near ? `did you mean '${near}'?` : 'see domicile pack list'}\n`, exitCode: 2 };
  }
  const overlay = overlays.find(({ rules }) => rules.includes(id))?.overlay;
  const found = (overlay === undefined ? plain : all).packs.flatMap(({ pack, tests }) => explain(pack, id, tests) ?? []).map((rule): Explained => ({ ...rule, ...(overlay === undefined ? {} : { overlay }) }))[0];
  if (found === undefined) throw new Error(`the rule ${id} has no pack`);
  const { controls } = await readReference(join(bundledFolder('dist/policies'), 'reference'));
  const cited = found.controls.map((control) => citation(control, controls.get(control)));
  if (format === 'json') return { stdout: `${JSON.stringify({ ...found, controls: cited }, null, 2)}\n`, stderr: '', exitCode: 0 };
  return { stdout: explanationText(found, cited), stderr: '', exitCode: 0 };
}

function isOverlay(source: PackSource): boolean {
  return policyOverlay.safeParse(source.document).success;
}

function overlayRules({ document }: PackSource): readonly { readonly overlay: string; readonly rules: readonly string[] }[] {
  const parsed = policyOverlay.safeParse(document);
  return parsed.success ? [{ overlay: parsed.data.metadata.id, rules: (parsed.data.addRules ?? []).map(({ id }) => id) }] : [];
}

interface Citation {
  readonly id: string;
  readonly framework: string;
  readonly requirement: string;
  readonly sources: readonly string[];
  readonly confidence: string;
}

function citation(id: string, control: Control | undefined): Citation {
  if (control === undefined) return { id, framework: 'unknown', requirement: 'not in the catalogue of controls', sources: [], confidence: 'no-record' };
  const sources = control.sources?.map(({ title, url }) => (url === undefined ? title : `${title} ${url}`)) ?? [`no source: ${control.noSource ?? 'none given'}`];
  return { id, framework: control.framework, requirement: control.requirement, sources, confidence: control.confidence };
}

function explanationText(rule: Explained, controls: readonly Citation[]): string {
  return [
    `${rule.id} ${rule.title}  (${rule.pack}@${rule.version}${rule.overlay === undefined ? '' : ` with the overlay ${rule.overlay}`})`,
    `severity  ${rule.severity.map(({ from, is }) => (from === undefined ? is : `${is} from ${from}`)).join(', ')}${rule.enabled ? '' : '; off until an overlay enables it'}`,
    `about     every ${rule.subject}`,
    '',
    `Why: ${rule.rationale}`,
    `Fix: ${rule.remediation}`,
    '',
    ...controls.flatMap(({ id, requirement, sources, confidence }) => [`control        ${id}: ${requirement}`, ...sources.slice(0, 1).map((source) => `               ${source} (${confidence})`)]),
    '',
    ...(rule.appliesTo === undefined ? [] : [`applies where  ${rule.appliesTo.trim()}`]),
    `passes where   ${rule.check.trim()}`,
    `if absent      ${rule.onMissing}`,
    ...Object.entries(rule.params).map(([name, { type, value, source }]) => `param ${name} = ${type === 'timestamp' && typeof value === 'number' ? new Date(value).toISOString() : JSON.stringify(value)}${source ? ` (${source})` : ''}`),
    `reads          ${rule.reads.join(', ')}`,
    `static cost    ${rule.cost}`,
    ...exampleLines(rule.tests),
    '',
  ].join('\n');
}

function exampleLines(tests: RuleExplanation['tests']): readonly string[] {
  return tests.map(({ name, expect }, index) => `${index === 0 ? 'tested with    ' : '               '}${name}: ${typeof expect === 'string' ? expect : Object.entries(expect).map(([key, outcome]) => `${key} ${outcome}`).join(', ')}`);
}
