import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';
import { type AuditResult } from '../../src/core/audit/audit-result.js';
import { toMarkdown } from '../../src/exporters/markdown/to-markdown.js';
import { exporters } from '../../src/exporters/registry.js';
import { exampleResult } from './example-result.js';
import { hostileResult } from './hostile-result.js';
import { elementsNamed, readXml } from './read-xml.js';

const schemas = process.env['DOMICILE_SCHEMAS'];
const exported = (format: string, result: AuditResult): string => {
  const exporter = exporters.find(({ id }) => id === format);
  if (exporter === undefined) throw new Error(`there is no format ${format}`);
  return exporter.export(result);
};
/** Everything but tab and line feed that a terminal or a reader acts on: C0, DEL, C1, line and paragraph separators, directions. */
// eslint-disable-next-line no-control-regex -- these are what must not come through
const acting = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

let example: AuditResult;
let hostile: AuditResult;
beforeAll(async () => {
  example = await exampleResult();
  hostile = hostileResult(example);
});

describe('SARIF', () => {
  interface Sarif {
    readonly runs: readonly [{ readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number; readonly kind: string; readonly level: string; readonly suppressions: readonly object[]; readonly partialFingerprints: Readonly<Record<string, string>> }[]; readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } } }];
  }
  const sarif = (result: AuditResult): Sarif => JSON.parse(exported('sarif', result)) as Sarif;

  if (schemas === undefined || !existsSync(join(schemas, 'sarif-schema-2.1.0.json'))) {
    console.warn('SKIPPED: SARIF against the official schema; set DOMICILE_SCHEMAS to the folder of sarif-schema-2.1.0.json');
    it.skip('holds to the official schema (DOMICILE_SCHEMAS is not set)', () => undefined);
  } else {
    it.each(['example', 'hostile'] as const)('holds to the official schema: %s', (which) => {
      const ajv = new Ajv({ strict: false, allErrors: true });
      formats.default.default(ajv);
      // The schema calls itself draft 04 and uses nothing that draft 07 reads otherwise.
      const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(join(schemas, 'sarif-schema-2.1.0.json'), 'utf8')) as Readonly<Record<string, unknown>>;
      const validate = ajv.compile(schema);
      expect(validate({ version: '2.1.0' })).toBe(false);
      validate(sarif(which === 'example' ? example : hostile));
      expect(validate.errors).toBeNull();
    });
  }

  it('has a result for each finding, with its rule, its fingerprint and its waiver', () => {
    const [run] = sarif(example).runs;
    expect(run.results.map(({ partialFingerprints }) => partialFingerprints['domicile/v1'])).toEqual(example.findings.map(({ fingerprint }) => fingerprint));
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(run.results.filter(({ kind }) => kind === 'fail')).toHaveLength(example.counts.fail);
    for (const { kind, level } of run.results) expect(kind === 'open' ? level : 'fail').toBe(kind === 'open' ? 'none' : 'fail');
    expect(run.results.filter(({ suppressions }) => suppressions.length > 0)).toHaveLength(example.counts.waived);
  });
});

describe('SARIF and Code Quality', () => {
  it('give a finding that no line states the first line of the inventory, since code hosts refuse a file with a result that has no place', () => {
    const placeless = { ...example, findings: example.findings.map((finding) => ({ ...finding, location: null })) };
    const [{ results }] = (JSON.parse(exported('sarif', placeless)) as { runs: [{ results: { locations: [{ physicalLocation: object }] }[] }] }).runs;
    const source = example.evidence[0]?.source ?? '';
    expect(results.length).toBeGreaterThan(0);
    for (const { locations } of results) expect(locations[0].physicalLocation).toEqual({ artifactLocation: { uri: source }, region: { startLine: 1, startColumn: 1 } });
    for (const { location } of JSON.parse(exported('gitlab', placeless)) as { location: object }[]) expect(location).toEqual({ path: source, lines: { begin: 1 } });
  });
});

describe('Code Quality of GitLab', () => {
  it('has one entry for each finding and problem, told apart by fingerprint, and waived ones as info', () => {
    const entries = JSON.parse(exported('gitlab', { ...example, problems: [{ file: 'domicile.yaml', line: 3, column: 1, code: 'odd', message: 'is odd; mend it' }] })) as { description: string; check_name: string; fingerprint: string; severity: string; location: { path: string; lines: { begin: number } } }[];
    expect(entries).toHaveLength(example.findings.length + 1);
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
    expect(entries[0]).toMatchObject({ check_name: 'odd', severity: 'blocker', location: { path: 'domicile.yaml', lines: { begin: 3 } } });
    expect(entries.filter(({ description, severity }) => severity === 'info' && description.includes('(waived by '))).toHaveLength(example.counts.waived);
    expect(JSON.parse(exported('gitlab', hostile))).toHaveLength(hostile.findings.length + hostile.problems.length);
    expect(exported('gitlab', hostile)).not.toMatch(acting);
  });
});

describe('OSCAL', () => {
  interface Oscal {
    readonly 'assessment-results': {
      readonly uuid: string;
      readonly results: readonly [
        {
          readonly findings: readonly { readonly uuid: string; readonly target: { readonly status: { readonly state: string; readonly reason: string } } }[];
          readonly observations: readonly { readonly uuid: string; readonly 'relevant-evidence'?: readonly { readonly href: string }[]; readonly subjects?: readonly { readonly 'subject-uuid': string }[] }[];
          readonly risks: readonly { readonly uuid: string; readonly status: string; readonly deadline?: string; readonly props: readonly { readonly name: string; readonly value: string }[] }[];
          readonly 'local-definitions': { readonly 'inventory-items': readonly { readonly uuid: string }[] };
        },
      ];
      readonly 'back-matter': { readonly resources: readonly { readonly uuid: string }[] };
    };
  }
  const oscal = (result: AuditResult): Oscal['assessment-results'] => (JSON.parse(exported('oscal', result)) as Oscal)['assessment-results'];

  if (schemas === undefined || !existsSync(join(schemas, 'oscal_complete_schema-1-2-2.json'))) {
    console.warn('SKIPPED: OSCAL against the official schema; set DOMICILE_SCHEMAS to the folder of oscal_complete_schema-1-2-2.json');
    it.skip('holds to the official schema (DOMICILE_SCHEMAS is not set)', () => undefined);
  } else {
    it.each(['example', 'hostile', 'empty'] as const)('holds to the official schema: %s', (which) => {
      const ajv = new Ajv({ strict: false, allErrors: true });
      formats.default.default(ajv);
      const validate = ajv.compile(JSON.parse(readFileSync(join(schemas, 'oscal_complete_schema-1-2-2.json'), 'utf8')) as object);
      expect(validate({ 'assessment-results': { uuid: 'x' } })).toBe(false);
      const empty: AuditResult = { ...example, rules: [], findings: [], evidence: [], problems: [], organisation: null };
      validate(JSON.parse(exported('oscal', { example, hostile, empty }[which])));
      expect(validate.errors).toBeNull();
    });
  }

  it.each(['example', 'hostile'] as const)('gives each thing one UUID, and refers to nothing that is not there: %s', (which) => {
    const text = exported('oscal', which === 'example' ? example : hostile);
    const uuids = [...text.matchAll(/"uuid": "([^"]+)"/g)].map(([, uuid]) => uuid);
    expect(new Set(uuids).size).toBe(uuids.length);
    const referred = [...text.matchAll(/"(?:[a-z]+-uuid": "|href": "#)([^"]+)"/g)].map(([, uuid]) => uuid);
    expect(referred.length).toBeGreaterThan(100);
    for (const uuid of referred) expect(uuids).toContain(uuid);
  });

  it('is satisfied only with rules that passed and never came out otherwise, and never with an unknown', () => {
    const { findings, risks } = oscal(example).results[0];
    const clean = example.rules.filter(({ counts }) => counts.pass > 0 && counts.fail + counts.unknown + counts.error === 0);
    expect(clean.length).toBeGreaterThan(0);
    const reasons = findings.map(({ target: { status } }) => `${status.state} ${status.reason}`);
    const count = (reason: string): number => reasons.filter((each) => each === reason).length;
    expect([count('satisfied pass'), count('not-satisfied fail'), count('not-satisfied other')]).toEqual([clean.length, example.counts.fail, example.counts.unknown]);
    expect(count('not-satisfied other')).toBeGreaterThan(0);
    expect(risks.filter(({ status }) => status === 'deviation-approved')).toHaveLength(example.counts.waived);
    expect(example.counts.waived).toBeGreaterThan(0);
    for (const { status, deadline } of risks) expect(deadline !== undefined).toBe(status === 'deviation-approved');
  });

  it('finds neither satisfied nor otherwise what a broken rule was asked, and says that it broke', () => {
    const [first, ...others] = example.findings;
    if (first === undefined) throw new Error('the example has no findings');
    const broken: AuditResult = { ...example, findings: [{ ...first, verdict: 'error' }, ...others] };
    const [before, after] = [oscal(example).results[0], oscal(broken).results[0]];
    expect(after.findings).toHaveLength(before.findings.length - 1);
    expect(after.observations).toHaveLength(before.observations.length);
    expect(exported('oscal', broken)).toContain('"value": "error"');
  });

  it('keeps the UUID of a finding from one audit to the next, and gives each audit its own', () => {
    const later: AuditResult = { ...example, asOf: '2026-11-24T00:00:00.000Z' };
    expect(oscal(later).results[0].findings.map(({ uuid }) => uuid)).toEqual(oscal(example).results[0].findings.map(({ uuid }) => uuid));
    expect(oscal(later).uuid).not.toBe(oscal(example).uuid);
  });
});

describe('JUnit', () => {
  it.each(['example', 'hostile'] as const)('is well-formed XML whose counts are those of its cases: %s', (which) => {
    const root = readXml(exported('junit', which === 'example' ? example : hostile));
    const suites = elementsNamed(root, 'testsuite');
    expect(suites.length).toBeGreaterThan(0);
    for (const element of [root, ...suites]) {
      const counted = { tests: elementsNamed(element, 'testcase').length, failures: elementsNamed(element, 'failure').length, errors: elementsNamed(element, 'error').length, skipped: elementsNamed(element, 'skipped').length };
      expect(Object.fromEntries(Object.keys(counted).map((name) => [name, Number(element.attributes[name])]))).toEqual(counted);
    }
    expect(new Set(elementsNamed(root, 'testcase').flatMap(({ children }) => children.map(({ name }) => name)))).toEqual(new Set(['failure', 'skipped']));
    expect(elementsNamed(root, 'script')).toEqual([]);
  });

  it('fails what blocks and what failed, and says at which line', () => {
    const root = readXml(exported('junit', example));
    const open = example.findings.filter(({ verdict, waiver, fingerprint }) => (waiver === null || waiver.state === 'expired') && (verdict === 'fail' || example.gate.by.includes(fingerprint)));
    const failures = elementsNamed(root, 'testcase').filter(({ children }) => children.some(({ name }) => name === 'failure'));
    expect(failures).toHaveLength(open.length);
    for (const { attributes } of failures) expect(attributes).toMatchObject({ file: expect.stringMatching(/^examples\//), line: expect.stringMatching(/^\d+$/) });
  });
});

describe('Markdown', () => {
  it('keeps hostile text inside its cell', () => {
    const lines = exported('markdown', hostile).split('\n');
    const tableLines = lines.filter((line) => line.startsWith('|'));
    expect(tableLines.length).toBeGreaterThan(hostile.findings.length);
    const cells = (line: string): number => line.replace(/\\[\\|]/g, '').split('|').length - 2;
    for (const line of tableLines) expect([line.slice(0, 80), [3, 4, 6].includes(cells(line))]).toEqual([line.slice(0, 80), true]);
    for (const line of lines) expect(line).toMatch(/^($|##|\||- |<details>|<\/details>|<sub>|\S+ gate |gate )/);
    const text = lines.join('\n').replaceAll('<details><summary>show</summary>', '').replaceAll('</details>', '').replace(/^<sub>|<\/sub>$/gm, '').replace(/`[^`]*`/g, '');
    expect(text).not.toMatch(/(^|[^\\])<[a-z!/]/i);
    expect(text).not.toMatch(/(^|[^\\])@everyone/);
    expect(text).not.toMatch(/(^|[^\\])!?\[[^\]\\]*\]\(/);
    expect(text).not.toMatch(acting);
  });
});

describe('Markdown against a base', () => {
  const diff = { egress: [], licences: [], absent: [] as string[] };
  const onlyTables = (text: string): string[] => text.split('\n').filter((line) => /^\|(?!-)/.test(line));

  it('tells new, gone and still there apart, and of what is still there what it was', () => {
    const [first, second, third, fourth] = example.findings.filter(({ waiver, verdict }) => waiver === null && verdict === 'fail');
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error('the example has too few findings');
    const now = { ...example, findings: [{ ...first, baselineState: 'new' as const }, { ...second, baselineState: 'unchanged' as const }, { ...third, baselineState: 'unchanged' as const }], diff: { ...diff, absent: [fourth.fingerprint] } };
    const text = toMarkdown(now, [{ ...second, verdict: 'unknown' }, third, fourth]);
    expect(text).toContain('- findings: 1 new, 1 gone, 2 still there');
    expect(text.split(/^### /m).slice(1).map((part) => [part.split('\n')[0], onlyTables(part).slice(1).map((row) => row.split(' | ').slice(1, 3).join(' '))]).filter(([heading]) => /New|Gone|Still/.test(String(heading)))).toEqual([
      ['New (1)', [`fail ${first.ruleId}`]],
      ['Gone (1)', [`fail ${fourth.ruleId}`]],
      ['Still there (2)', [`fail (was unknown) ${second.ruleId}`, `fail ${third.ruleId}`]],
    ]);
  });

  it('keeps hostile text of the base inside its cell', () => {
    const text = toMarkdown({ ...hostile, findings: [], diff: { ...diff, absent: hostile.findings.map(({ fingerprint }) => fingerprint) } }, hostile.findings);
    const rows = onlyTables(text.slice(text.indexOf('### Gone'))).slice(0, hostile.findings.length + 1);
    expect(rows).toHaveLength(hostile.findings.length + 1);
    for (const row of rows) expect(row.replace(/\\[\\|]/g, '').split('|')).toHaveLength(7);
    expect(rows.join('\n')).not.toMatch(acting);
    expect(rows.join('\n')).not.toMatch(/(^|[^\\])<[a-z!/]/i);
  });
});

describe('GitHub annotations', () => {
  it('are one command for each finding and problem, whatever the text', () => {
    const lines = exported('github', hostile).split('\n').filter((line) => line !== '');
    expect(lines).toHaveLength(hostile.findings.length + hostile.problems.length);
    for (const line of lines) {
      expect(line).toMatch(/^::(error|warning|notice) (file=[^,:]+,line=\d+,col=\d+,)?title=[^,:]+::/);
      expect(line).not.toMatch(acting);
    }
  });
});

describe('text', () => {
  it('writes no control character and no direction that a terminal acts on', () => {
    const text = exported('text', hostile);
    expect(text).not.toMatch(acting);
    expect(text).not.toMatch(/^::/m);
  });

  it('has one block for each finding', () => {
    expect(exported('text', example).split('\n').filter((line) => /^(fail|unknown|error) (critical|high|medium|low|info) /.test(line))).toHaveLength(example.findings.length);
  });
});

describe('every format', () => {
  it.each(exporters.map(({ id }) => id))('%s gives the same bytes for the same result', (format) => {
    expect(exported(format, structuredClone(example))).toBe(exported(format, example));
  });

  it('JSON gives back what it was given', () => {
    expect(JSON.parse(exported('json', example))).toEqual(JSON.parse(JSON.stringify(example)));
  });
});
