import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { assessOpenness } from './assess-openness.js';
import { opennessRecord } from './openness-record.js';
import { opennessRules } from './openness-rules.js';

const fileOf = (name: string): unknown => parse(readFileSync(`policies/reference/mof/${name}.yaml`, 'utf8'));
const rules = opennessRules.parse({ components: fileOf('components'), licences: fileOf('licences') });
const names = rules.components.components.map(({ name }) => name);
const suited = { code: 'Apache-2.0', data: 'CDLA-Permissive-2.0', document: 'CC-BY-4.0' };

interface Stated {
  readonly name: string;
  readonly license?: string | null;
}

const assess = (components: readonly Stated[], release: object = {}) =>
  assessOpenness(opennessRecord.parse({ release: { name: 'm', date: '2026-01-01', components, ...release } }), rules, '2026-01-31T12:00:00Z');
const whole = (type: Record<string, string>): Stated[] => rules.components.components.map((component) => ({ name: component.name, license: type[component.type] ?? '' }));
const evidenceOf = (assessed: ReturnType<typeof assess>, name: string) => assessed.components.find(({ component }) => component.name === name);

describe('assessOpenness', () => {
  it('puts a release with every component under a suited licence in class I by both readings', () => {
    const assessed = assess(whole(suited));
    expect([assessed.tool.class, assessed.strict.class]).toEqual([1, 1]);
    expect(assessed.tool.progress).toEqual({ 1: 100, 2: 100, 3: 100 });
    expect(assessed.ageInDays).toBe(30);
  });

  it('counts an open licence of the wrong type with a warning, and refuses it under the strict reading', () => {
    const assessed = assess(whole({ ...suited, document: 'MIT' }));
    expect([assessed.tool.class, assessed.strict.class]).toEqual([1, 0]);
    expect(assessed.warnings.join('\n')).toContain("'Model card' is under MIT, which is open but not listed for document");
  });

  it('takes the component licence first, then that of the type, then that of the distribution', () => {
    const license = { distribution: { name: 'MIT' }, document: { name: 'CC-BY-4.0' } };
    const assessed = assess([{ name: 'Model card', license: 'CC0-1.0' }, { name: 'Data card' }, { name: 'Training code' }], { license });
    expect(evidenceOf(assessed, 'Model card')).toMatchObject({ licence: 'CC0-1.0', licenceFrom: 'component' });
    expect(evidenceOf(assessed, 'Data card')).toMatchObject({ licence: 'CC-BY-4.0', licenceFrom: 'type' });
    expect(evidenceOf(assessed, 'Training code')).toMatchObject({ licence: 'MIT', licenceFrom: 'distribution' });
  });

  it.each(['', null, 'unlicensed'])('does not let the licence %j of a component inherit', (license) => {
    const assessed = assess([{ name: 'Model card', license }], { license: { distribution: { name: 'MIT' } } });
    expect(assessed.unlicensed).toEqual(['Model card']);
  });

  it('lets the paper stand in for the report, with one component fewer in class I', () => {
    const without = (...gone: string[]) => whole(suited).filter(({ name }) => !gone.includes(name));
    expect(assess(without('Technical report')).tool).toMatchObject({ class: 1, progress: { 1: 100, 2: 100, 3: 100 } });
    const noDatasets = assess(without('Technical report', 'Datasets'));
    expect(noDatasets.tool.class).toBe(2);
    expect(noDatasets.tool.progress[1]).toBeCloseTo((12 / 13) * 100, 9);
    expect(assess(without('Technical report', 'Research paper')).tool.missing[3]).toEqual(['Technical report']);
  });

  it('suggests the identifier that free text means, without counting it', () => {
    const assessed = assess([{ name: 'Model parameters (Final)', license: 'Apache License 2.0' }]);
    expect(evidenceOf(assessed, 'Model parameters (Final)')).toMatchObject({ state: 'not-open', likelyLicence: 'Apache-2.0' });
    expect(assessed.osaid.verdict).toBe('no');
  });

  it('says yes, no and unknown to the OSAID', () => {
    const osi = { ...suited, data: 'MIT' };
    expect(assess(whole(osi)).osaid.verdict).toBe('yes');
    expect(assess(whole(suited)).osaid).toMatchObject({ verdict: 'unknown', reasons: ['Model parameters (Final) is under CDLA-Permissive-2.0, which is open but not approved by the OSI'] });
    expect(assess(whole({ ...suited, data: 'LicenseRef-llama3' })).osaid.verdict).toBe('no');
    expect(assess(whole(osi).filter(({ name }) => name !== 'Training code')).osaid.verdict).toBe('no');
    expect(assess(whole(osi).filter(({ name }) => name !== 'Data preprocessing code')).osaid.verdict).toBe('unknown');
  });

  it('warns of a component listed twice and of one that the framework does not know', () => {
    const { warnings, invalid } = assess([{ name: 'Model card', license: 'MIT' }, { name: 'Model card', license: 'gemma' }, { name: 'Modelcard', license: 'MIT' }]);
    expect(invalid).toEqual(['Model card']);
    expect(warnings[0]).toContain('listed twice');
    expect(warnings[1]).toContain("'Modelcard' is not one of the framework");
  });

  it.each(['2026-13-01', '2026-02-30', 'spring', 2026, null])('leaves the age unknown for the date %j', (date) => {
    expect(assess([], { date })).toMatchObject({ recordDate: null, ageInDays: null });
  });

  it('never lowers a class when a component is opened, and the strict class never passes the tool class', () => {
    const licences = fc.constantFrom('MIT', 'CC-BY-4.0', 'CDLA-Permissive-2.0', 'OpenMDW-1.0', 'gemma', '', undefined);
    fc.assert(
      fc.property(fc.array(licences, { minLength: names.length, maxLength: names.length }), fc.nat(names.length - 1), (chosen, opened) => {
        const stated = (open: number): Stated[] => names.flatMap((name, at) => (at === open ? [{ name, license: 'OpenMDW-1.0' }] : chosen[at] === undefined ? [] : [{ name, license: chosen[at] }]));
        const rank = (level: number) => (level === 0 ? 4 : level);
        const before = assess(stated(-1));
        const after = assess(stated(opened));
        expect(rank(after.tool.class)).toBeLessThanOrEqual(rank(before.tool.class));
        expect(rank(after.strict.class)).toBeLessThanOrEqual(rank(before.strict.class));
        expect(rank(before.strict.class)).toBeGreaterThanOrEqual(rank(before.tool.class));
      }),
    );
  });
});
