import { factsOutput } from '../core/reference/facts-output.js';
import { indexReference } from '../core/reference/index-reference.js';
import { overlayReference } from '../core/reference/overlay-reference.js';
import { type ReferenceData } from '../core/reference/reference-data.js';
import { factsCommand, type FactsOptions } from './facts-command.js';

const known = { asOf: '2026-11-23', confidence: 'verified-in-source' as const, sources: [{ title: 'the licence text', url: 'https://example.org/text', asOf: '2026' }] };
const terms = (id: string, over: object = {}) => ({ id, name: `Licence ${id}`, class: 'permissive' as const, osiApproved: 'yes' as const, osaidCompatible: 'yes' as const, commercialUse: { value: 'yes' as const }, outputUse: { value: 'unrestricted' as const, trainOtherModels: 'allowed' as const }, relicensing: { value: 'allowed' as const }, ...known, ...over });
const data: ReferenceData = {
  review: { defaultDays: 180, reason: 'test' },
  licenceClasses: [{ class: 'permissive', freedom: 5, detail: 'free' }],
  licences: [terms('MIT', { tags: ['mit-0'], unverified: ['commercialUse'], notes: ['kept short'] }), terms('Apache-2.0', { asOf: '2026-01-01' })],
  jurisdictions: [{ id: 'XA', name: 'Land', kind: 'country', asOf: '2026-11-23', confidence: 'known-but-unverified', noSource: 'general knowledge' }],
  providers: [], engines: [], controls: [], controlShortForms: [], models: [], retirements: [], noticePolicies: [],
};
const reference = indexReference(data, 'd'.repeat(64));
const run = (options: Partial<FactsOptions> & Pick<FactsOptions, 'action'>, facts = reference) => factsCommand({ format: 'text', asOf: '2026-11-23', ...options } as FactsOptions, facts);

describe('the JSON of every action', () => {
  it.each([{ action: 'list' }, { action: 'list', kind: 'licence' }, { action: 'show', name: 'MIT' }, { action: 'stale' }] as const)('%j follows the published schema', (options) => {
    const overlaid = overlayReference(reference, { overlay: 'acme', licences: [terms('MIT', { asOf: '2026-01-01' })] });
    for (const facts of [reference, overlaid]) expect(factsOutput.safeParse(JSON.parse(run({ ...options, format: 'json' }, facts).stdout)).error).toBeUndefined();
  });
});

describe('domicile facts list', () => {
  it('counts every kind', () => {
    const { stdout, exitCode } = run({ action: 'list' });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^licence +2 {2}0 unverified, 1 stale$/m);
    expect(stdout).toMatch(/^jurisdiction +1 {2}1 unverified, 0 stale$/m);
    expect(stdout).toContain(`sha256:${'d'.repeat(64)}`);
  });

  it('lists one kind by id, singular or plural', () => {
    const { stdout } = run({ action: 'list', kind: 'licences' });
    expect(stdout).toBe(['Apache-2.0  stale       review by 2026-06-30  Licence Apache-2.0', 'MIT         current     review by 2027-05-22  Licence MIT', ''].join('\n'));
    expect(JSON.parse(run({ action: 'list', kind: 'licence', format: 'json' }).stdout)).toMatchObject({ schema: 'domicile/facts-list/1', kind: 'licence', facts: [{ fact: 'licence/Apache-2.0', state: 'stale' }, { fact: 'licence/MIT', state: 'current', reviewBy: '2027-05-22' }] });
  });

  it('names the kinds when asked for another', () => {
    expect(run({ action: 'list', kind: 'colour' })).toMatchObject({ stdout: '', exitCode: 2, stderr: expect.stringContaining("there is no kind of fact 'colour'; write one of licence, ") as string });
  });
});

describe('domicile facts show', () => {
  it('shows what a record says and how it is known', () => {
    expect(run({ action: 'show', name: 'mit-0' }).stdout).toBe(
      [
        'licence/MIT  current',
        '  name: Licence MIT',
        '  class: permissive',
        '  commercialUse: yes  (unverified)',
        '  osaidCompatible: yes',
        '  osiApproved: yes',
        '  outputUse:',
        '    value: unrestricted',
        '    trainOtherModels: allowed',
        '  relicensing: allowed',
        '  tags: mit-0',
        '  as of 2026-11-23, verified-in-source, review by 2027-05-22',
        '  source: the licence text · https://example.org/text · (as of 2026)',
        '  note: kept short',
        '',
      ].join('\n'),
    );
    expect(run({ action: 'show', name: 'XA' }).stdout).toContain('  no source: general knowledge');
  });

  it('gives JSON with the digest', () => {
    expect(JSON.parse(run({ action: 'show', name: 'MIT', format: 'json' }).stdout)).toMatchObject({ schema: 'domicile/facts/1', digest: `sha256:${'d'.repeat(64)}`, facts: [{ fact: 'licence/MIT', state: 'current', record: { id: 'MIT' } }] });
  });

  it('marks a record of an overlay', () => {
    const overlaid = overlayReference(reference, { overlay: 'acme', licences: [terms('MIT')] });
    expect(run({ action: 'show', name: 'MIT' }, overlaid).stdout).toMatch(/^licence\/MIT {2}current {2}\[overlay acme\]/);
    expect(run({ action: 'list' }, overlaid).stdout).toMatch(/1 from overlays[\s\S]*overlays: acme/);
  });

  it('suggests the nearest id', () => {
    expect(run({ action: 'show', name: 'Apache-2.O' })).toMatchObject({ stdout: '', exitCode: 2, stderr: "domicile facts show: the facts hold no record named 'Apache-2.O'; did you mean 'Apache-2.0'?\n" });
    expect(run({ action: 'show', name: 'something else' }).stderr).toContain("write an id from 'domicile facts list <kind>'");
  });
});

describe('domicile facts stale', () => {
  it('lists what is due, the longest overdue first', () => {
    expect(run({ action: 'stale' }).stdout).toBe('licence/Apache-2.0  review was due 2026-06-30, 146 days ago\n\n1 due for review as of 2026-11-23\n');
    expect(JSON.parse(run({ action: 'stale', format: 'json', asOf: '2027-05-23' }).stdout)).toMatchObject({ schema: 'domicile/facts-stale/1', facts: [{ fact: 'licence/Apache-2.0', daysOverdue: 327 }, { fact: 'jurisdiction/XA', daysOverdue: 1 }, { fact: 'licence/MIT', daysOverdue: 1 }] });
  });

  it('says when nothing is', () => {
    expect(run({ action: 'stale', asOf: '2026-06-30' }).stdout).toBe('no fact is due for review as of 2026-06-30\n');
  });
});
