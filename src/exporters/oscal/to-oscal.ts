import { sha256Of } from '../../core/inventory/sha256-of.js';
import { type AuditResult } from '../../core/audit/audit-result.js';
import { partSentence } from '../../core/audit/part-sentence.js';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { byCodeUnit } from '../../core/inventory/by-code-unit.js';
import { type Evidence } from '../../core/inventory/evidence.js';
import { plainResult } from '../plain-result.js';
import { relativeUri } from '../relative-uri.js';
import { uuidOf } from '../uuid-of.js';
import { findingParts } from './finding-parts.js';
import { type OscalParts } from './oscal-parts.js';
import { oscalProperty } from './oscal-property.js';
import { oscalString } from './oscal-string.js';
import { oscalToken } from './oscal-token.js';
import { ruleParts } from './rule-parts.js';

/**
 * OSCAL 1.2 assessment results (NIST). OSCAL knows satisfied and not satisfied only, so the verdict stands as a property beside:
 * an unknown is not satisfied for another reason, a rule that applied to nothing or broke is observed and found neither.
 * Findings and risks keep their UUIDs from one audit to the next.
 */
export function toOscal(given: AuditResult): object {
  const result = plainResult(given);
  const document = sha256Of(canonicalJson(given));
  const tool = uuidOf('tool', result.engine);
  const origins = [{ actors: [{ type: 'tool', 'actor-uuid': tool }] }];
  const context = { asOf: result.asOf, origins, evidence: new Map(result.evidence.map((evidence) => [evidence.id, evidence])) };
  const once = counted();
  const parts = [
    ...result.rules.map((rule) => ruleParts(rule, once(`${rule.pack}/${rule.ruleId}`), context)),
    ...result.findings.map((finding) => findingParts(finding, once(finding.fingerprint), context)),
    ...result.problems.map((problem): OscalParts => ({ observations: [problemObservation(problem, once(`problem/${problem.file}/${problem.code}/${problem.message}`), context)], findings: [], risks: [] })),
  ];
  const plan = uuidOf('plan', document);
  return {
    'assessment-results': {
      uuid: uuidOf('assessment-results', document),
      metadata: { title: oscalString(`Data-sovereignty audit of ${result.organisation?.name ?? 'an organisation that is not named'}`), 'last-modified': result.asOf, version: '1.0', 'oscal-version': '1.2.2', props: [oscalProperty('snapshot', result.digests.snapshot), oscalProperty('facts', result.digests.facts)] },
      'import-ap': { href: `#${plan}` },
      results: [resultOf(result, uuidOf('result', document), tool, parts)],
      'back-matter': { resources: [planOf(result, plan), ...sourcesOf(result.evidence)] },
    },
  };
}

function resultOf(result: AuditResult, uuid: string, tool: string, parts: readonly OscalParts[]): object {
  const subjects = [...new Set(result.findings.map(({ subject }) => subject))].sort(byCodeUnit);
  const list = (name: keyof OscalParts): object => {
    const items = parts.flatMap((each) => each[name]);
    return items.length === 0 ? {} : { [name]: items };
  };
  const { counts } = result;
  return {
    uuid,
    title: oscalString(`Audit as of ${result.asOf}`),
    description: `${result.part === undefined ? 'The inventory' : 'A part of the inventory'} is ${result.conclusion}: ${counts.pass} pass, ${counts.fail} fail, ${counts.unknown} unknown, ${counts['not-applicable']} not applicable, ${counts.error} error; ${counts.waived} waived. ${result.part === undefined ? '' : `Note: ${partSentence(result.part)}. `}Decision support, no legal advice.`,
    start: result.asOf,
    end: result.asOf,
    props: [oscalProperty('conclusion', result.conclusion), oscalProperty('gate', result.gate.blocked ? 'blocked' : 'passed'), ...Object.entries(counts).map(([name, count]) => oscalProperty(name, String(count)))],
    'local-definitions': {
      ...(subjects.length === 0 ? {} : { 'inventory-items': subjects.map((subject) => ({ uuid: uuidOf('subject', subject), description: subject })) }),
      'assessment-assets': {
        components: [{ uuid: tool, type: 'software', title: oscalString(result.engine), description: 'Audits an inventory of AI deployments against policy packs.', status: { state: 'operational' } }],
        'assessment-platforms': [{ uuid: uuidOf('platform', result.engine), 'uses-components': [{ 'component-uuid': tool }] }],
      },
    },
    'reviewed-controls': { 'control-selections': [reviewedControls(result)] },
    ...list('observations'),
    ...list('risks'),
    ...list('findings'),
  };
}

function reviewedControls(result: AuditResult): object {
  const cited = [...new Set(result.rules.flatMap(({ controls }) => controls))].sort(byCodeUnit);
  if (cited.length === 0) return { description: 'No rule of this audit cites a control.', 'include-controls': [{ 'control-id': '_none' }] };
  return { description: 'The controls that the rules cite.', 'include-controls': cited.map((control) => ({ 'control-id': oscalToken(control) })) };
}

function planOf(result: AuditResult, uuid: string): object {
  const packs = Object.entries(result.digests.packs).map(([pack, digest]) => oscalProperty('pack', `${pack} ${digest}`));
  return { uuid, title: 'Policy packs', description: 'The packs whose rules were asked; each is known by its digest.', ...(packs.length === 0 ? {} : { props: packs }) };
}

function sourcesOf(evidence: readonly Evidence[]): object[] {
  const sources = new Map(evidence.map(({ source, sha256 }) => [uuidOf('source', source, sha256), { source, sha256 }]));
  return [...sources].map(([uuid, { source, sha256 }]) => ({ uuid, title: oscalString(source), rlinks: [{ href: relativeUri(source), hashes: [{ algorithm: 'SHA-256', value: oscalString(sha256) }] }] }));
}

function problemObservation({ file, line, column, code, message, level }: AuditResult['problems'][number], key: string, { asOf, origins }: { readonly asOf: string; readonly origins: readonly object[] }): object {
  return { uuid: uuidOf('problem', key), description: message, props: [oscalProperty('problem', code), oscalProperty('level', level ?? 'error'), oscalProperty('location', line === undefined ? file : `${file}:${line}:${column ?? 1}`)], methods: ['EXAMINE'], types: ['discovery'], origins, collected: asOf };
}

/** Gives each key as it is, and a key that was given before with its number. */
function counted(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key} #${times}`;
  };
}
