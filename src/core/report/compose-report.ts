import { acceptanceFaults } from './acceptance-faults.js';
import { sha256Of } from '../inventory/sha256-of.js';
import { composeContents } from './compose-contents.js';
import { composeControls } from './compose-controls.js';
import { composeCover } from './compose-cover.js';
import { composeCrosswalk } from './compose-crosswalk.js';
import { composeDecision } from './compose-decision.js';
import { composeEvidence } from './compose-evidence.js';
import { composeFindings } from './compose-findings.js';
import { composeFlows } from './compose-flows.js';
import { composeInventory } from './compose-inventory.js';
import { composeLicences } from './compose-licences.js';
import { composeLimits } from './compose-limits.js';
import { composeLineage } from './compose-lineage.js';
import { composeOptions } from './compose-options.js';
import { composeScope } from './compose-scope.js';
import { composeShocks } from './compose-shocks.js';
import { composeSignOff } from './compose-sign-off.js';
import { composeSovereignty } from './compose-sovereignty.js';
import { composeSummary } from './compose-summary.js';
import { composeWaivers } from './compose-waivers.js';
import { evidenceManifest } from './evidence-manifest.js';
import { missingSignatures } from './missing-signatures.js';
import { openContext, type ReportContext } from './report-context.js';
import { type ReportInput } from './report-input.js';
import { type ReportModel, type ReportSection } from './report-model.js';
import { requestBytes } from './report-request.js';
import { type SectionName } from './report-template.js';
import { UnacceptableReportError } from './unacceptable-report-error.js';
import { type SectionBody } from './section-body.js';
import { titleOf } from './title-of.js';

const composers: Readonly<Record<SectionName, (context: ReportContext, numbers: ReadonlyMap<SectionName, string>) => SectionBody>> = {
  contents: composeContents,
  summary: composeSummary,
  scope: composeScope,
  inventory: composeInventory,
  flows: composeFlows,
  findings: composeFindings,
  controls: composeControls,
  waivers: composeWaivers,
  lineage: composeLineage,
  licences: composeLicences,
  options: composeOptions,
  decision: composeDecision,
  shocks: composeShocks,
  sovereignty: composeSovereignty,
  limits: composeLimits,
  'sign-off': composeSignOff,
  evidence: composeEvidence,
  crosswalk: composeCrosswalk,
};

/**
 * Composes the report of an audit: every word is chosen here, from the wording of its language and the printable values of the input.
 * Without the sign-off of lead, reviewer and risk owner it is a draft, and says so on every page.
 * @throws Error where the wording lacks a key or holds a character the fonts lack
 * @throws UnacceptableReportError where a signed report breaks a rule of acceptance
 */
export function composeReport(input: ReportInput): ReportModel {
  const context = openContext(input);
  const { meta, result, language } = input;
  const digest = `sha256:${sha256Of(input.resultBytes)}`;
  const draft = missingSignatures(meta) > 0;
  const faults = draft ? [] : acceptanceFaults(input);
  if (faults.length > 0) throw new UnacceptableReportError(faults);
  const sections = sectionsOf(context);
  const classification = meta.classification === undefined ? context.say('cover.internal') : context.show(meta.classification, 80);
  const title = titleOf(context);
  const kind = context.say(input.template.title);
  return {
    schema: 'domicile/report/1',
    language,
    id: context.show(meta.id, 60),
    version: context.show(meta.version, 20),
    classification,
    asOf: result.asOf,
    title: context.say('document.title', { kind, title }),
    author: meta.author === undefined ? title : context.show(meta.author, 120),
    subject: context.say('document.subject', { day: context.day(result.asOf) }),
    creator: context.show(result.engine, 80),
    digest,
    draft: draft ? context.say('draft.word') : null,
    furniture: {
      head: `${kind}  ·  ${title}`,
      foot: `${context.show(meta.id, 60)}  ·  ${context.say('document.version', { version: context.show(meta.version, 20) })}  ·  ${classification}`,
      pageOf: '{page} / {pages}',
      goTo: context.say('document.goTo', { target: '{target}' }),
      signature: context.say('document.signature'),
    },
    brand: meta.brand === undefined ? null : { ...meta.brand, name: context.show(meta.brand.name, 120) },
    cover: composeCover(context, digest, draft),
    sections,
    attachments: [
      { name: 'audit-result.json', mediaType: 'application/json', description: context.say('document.attachment'), relationship: 'Data', bytes: input.resultBytes },
      { name: 'evidence-manifest.json', mediaType: 'application/json', description: context.say('document.manifest'), relationship: 'Supplement', bytes: evidenceManifest(input) },
      ...(input.oscalBytes === undefined ? [] : [{ name: 'assessment-results.oscal.json', mediaType: 'application/json', description: context.say('document.oscal'), relationship: 'Supplement' as const, bytes: input.oscalBytes }]),
      { name: 'report-request.json', mediaType: 'application/json', description: context.say('document.request'), relationship: 'Supplement', bytes: requestBytes(input) },
    ],
    problems: context.problems,
  };
}

/** Whether there is anything to say: what nobody asked for has no section. */
function wanted({ shocks, sovereignty }: ReportInput, name: SectionName): boolean {
  return name === 'shocks' ? shocks !== undefined && shocks.length > 0 : name === 'sovereignty' ? sovereignty !== undefined : true;
}

function sectionsOf(context: ReportContext): readonly ReportSection[] {
  const { sections: all, appendices } = context.input.template;
  const sections = all.filter((name) => wanted(context.input, name));
  const numbers = new Map<SectionName, string>();
  sections.filter((name) => name !== 'contents').forEach((name, index) => numbers.set(name, String(index + 1)));
  appendices.forEach((name, index) => numbers.set(name, String.fromCharCode(65 + index)));
  const lettered = new Set<SectionName>(appendices);
  const names = [...sections, ...appendices];
  // Limits name the characters the fonts lack, so they are composed when everything else has been.
  const late = names.filter((name) => name === 'limits');
  const bodies = new Map([...names.filter((name) => name !== 'limits'), ...late].map((name) => [name, composers[name](context, numbers)] as const));
  return names.map((name) => {
    const body = bodies.get(name) ?? { title: '', blocks: [] };
    const number = numbers.get(name);
    return { id: name, title: body.title, blocks: body.blocks, ...(number === undefined ? {} : { number, overline: context.say(lettered.has(name) ? 'document.appendix' : 'document.section', { number }) }) };
  });
}
