import fc from 'fast-check';
import { overlook } from '../../src/core/exposure/fleet-overview.js';
import { byCodeUnit } from '../../src/core/inventory/by-code-unit.js';
import { type Deployment } from '../../src/core/inventory/deployment.js';
import { joinStatements } from '../../src/core/register/join-statements.js';
import { putTogether } from '../../src/core/register/put-together.js';
import { type RegisterRecord } from '../../src/core/register/register-record.js';
import { type TakenApart, takeApart } from '../../src/core/register/take-apart.js';
import { type AuditAssets } from '../../src/server/audits/audit-assets.js';
import { type CheckInput } from '../../src/server/audits/check-input.js';
import { loadAuditAssets } from '../../src/server/audits/load-audit-assets.js';
import { openRange } from '../../src/server/audits/range-judge.js';
import { type RangeRun } from '../../src/server/audits/range-run.js';
import { runCheck } from '../../src/server/audits/run-check.js';
import { packStatements } from '../../src/core/register/packed-statement.js';
import '../fixed-seed.js';
import { distinctStatements, fragmentOf, type Said, statement } from '../factories/random-statements.js';

const asOf = '2026-11-23T00:00:00.000Z';
const numRuns = Number(process.env['DOMICILE_RANGE_RUNS'] ?? 150);
const settings = { packs: [], waivers: [], facts: [], attachments: [], code: [] };

/** Flows that were found may be those of another deployment where sources disagree on whose they are; such registers are judged in one go. */
const isEntangled = (all: readonly Said[]): boolean => {
  const flows = all.filter(({ kind }) => kind === 'dataFlow');
  const owners = new Map(flows.map(({ value }) => [value.id, value['deployment']]));
  return flows.some(({ value }) => value['undeclared'] === true) && flows.some(({ value }) => owners.get(value.id) !== value['deployment']);
};

const rowsOf = (records: readonly RegisterRecord[]): string => JSON.stringify(records.map(({ statements, ...record }) => ({ ...record, statements: packStatements(statements) })));

/** As the register is read by ranges: the rest with what is no deployment's, deployments with their flows and those they fall back on. */
function judgedByRanges({ records, sources }: Pick<TakenApart, 'records' | 'sources'>, { affected, ...given }: Omit<CheckInput, 'inventory'>, cuts: readonly number[], assets: AuditAssets): string {
  const joined = [...records.values()].map((record) => ({ record, value: joinStatements(record).value }));
  const fleet = joined.filter(({ record }) => record.kind === 'deployment').sort((a, b) => byCodeUnit(a.record.id, b.record.id));
  const deployments = fleet.filter(({ record }) => affected?.subjects.includes(`deployment/${record.id}`) ?? true);
  const flows = joined.filter(({ record }) => record.kind === 'dataFlow');
  const known = new Set(fleet.map(({ record }) => record.id));
  const loose = flows.filter(({ value }) => !known.has(String(value['deployment'])));
  const commons = joined.filter(({ record }) => record.kind !== 'deployment' && record.kind !== 'dataFlow').map(({ record }) => record);
  const drafted: RangeRun = { ...given, id: 'r', ranges: 0, outline: { settings, problems: [], sources, overview: overlook(fleet.map(({ value }) => value as unknown as Deployment), loose.length) }, commons: rowsOf(commons) };
  const run = affected === undefined ? drafted : { ...drafted, part: openRange(drafted, assets).remaining(affected, deployments.map(({ value }) => value as unknown as Deployment), rowsOf(loose.map(({ record }) => record))) };
  const judge = openRange(run, assets);
  const edges = [0, ...[...new Set(cuts.map((cut) => cut % (deployments.length + 1)))].sort((a, b) => a - b), deployments.length];
  const ranges = edges.slice(1).map((to, index) => deployments.slice(edges[index], to)).filter((range) => range.length > 0);
  const seenBy = (part: typeof fleet): RegisterRecord[] => {
    const ids = part.map(({ record }) => record.id);
    const fallbacks = part.map(({ value }) => (value['fallback'] as { deployment?: string } | undefined)?.deployment);
    return [...part, ...fleet.filter(({ record }) => !ids.includes(record.id) && fallbacks.includes(record.id)), ...flows.filter(({ value }) => ids.includes(String(value['deployment'])))].map(({ record }) => record);
  };
  const partsOf = (range: typeof fleet): (typeof fleet)[] => (range.length < 2 ? [range] : [range.slice(0, 1), range.slice(1)]);
  const texts = [
    ...ranges.map((range) => judge.judge({ parts: partsOf(range).map((part) => ({ deployments: part.map(({ record }) => record.id), records: rowsOf(seenBy(part)) })), rest: false })),
    judge.judge({ parts: [{ deployments: [], records: rowsOf(loose.map(({ record }) => record)) }], rest: true }),
  ];
  const [found, flowing] = [texts.map(({ findingsText }) => findingsText).filter((text) => text !== ''), texts.map(({ egressText }) => egressText).filter((text) => text !== '')];
  const { before, between, after } = judge.join(texts.map(({ tail }) => tail), found.length > 0, flowing.length > 0).frame;
  return [before, found.join(',\n'), between, flowing.join(',\n'), after].join('');
}

describe('an audit by ranges', () => {
  let assets: AuditAssets;
  beforeAll(async () => {
    assets = await loadAuditAssets();
  });

  it('has the bytes of one in one go, in random inventories cut anywhere', () => {
    let cut = 0;
    fc.assert(
      fc.property(fc.array(statement, { minLength: 10, maxLength: 60 }), fc.array(fc.nat(), { maxLength: 3 }), fc.boolean(), (all, cuts, clears) => {
        const said = distinctStatements(all);
        if (isEntangled(said)) return;
        const fragments = said.map(fragmentOf);
        const waiver = { id: 'W-1', pack: 'transfers', packVersion: '>=0.0.1', rules: ['TR-01', 'TR-02', 'TR-03'], subjects: ['d0', 'd1', 'd2', 'd3'].map((id) => ({ subject: `deployment/${id}` })), reason: 'r', justification: 'risk-accepted', requestedBy: 'a', approvals: [{ by: 'b', role: 'dpo', at: '2026-11-01T00:00:00Z' }], validFrom: '2026-11-01T00:00:00Z', expiresAt: '2026-12-01T00:00:00Z' } as const;
        const given = { asOf, files: [], granted: [waiver] as unknown as NonNullable<CheckInput['granted']>, ...(clears ? { cleared: [{ id: 'd1', cleared: { at: '2026-11-01', expires: '2026-12-01', weights: [] } }] as unknown as NonNullable<CheckInput['cleared']> } : {}) };
        const { sources, records } = takeApart(fragments);
        const whole = runCheck({ ...given, inventory: { fragments: putTogether(records.values(), sources), settings, problems: [] } }, assets).json;
        if (cuts.length > 0) cut++;
        expect(judgedByRanges({ records, sources }, given, cuts, assets)).toBe(whole);
      }),
      { numRuns },
    );
    expect(cut).toBeGreaterThan(numRuns / 4);
  }, 600_000);

  it('comes to nothing where a range is missing, or was judged by other rules', () => {
    const run: RangeRun = { asOf, files: [], id: 'r', ranges: 1, outline: { settings, problems: [], sources: [], overview: overlook([], 0) }, commons: '[]' };
    const judge = openRange(run, assets);
    const { tail } = judge.judge({ parts: [{ deployments: [], records: '[]' }], rest: true });
    expect(judge.join([tail], false, false).outcome.conclusion).toBe('inconclusive');
    expect(() => judge.join([], false, false)).toThrow(/one range/);
    expect(() => judge.join([tail, tail], false, false)).toThrow(/one range/);
    expect(() => judge.join([JSON.stringify({ ...(JSON.parse(tail) as object), rulebook: '{}' })], false, false)).toThrow(/different versions/);
  });

  it('of what is affected, read without the rest, finds what it finds with it, and in ranges with the same bytes', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 10, maxLength: 60 }), fc.subarray(['d0', 'd1', 'd2', 'd3'], { minLength: 1 }), fc.array(fc.nat(), { maxLength: 3 }), (all, chosen, cuts) => {
        const said = distinctStatements(all);
        if (isEntangled(said)) return;
        const { records, sources } = takeApart(said.map(fragmentOf));
        const joined = [...records.values()].map((record) => ({ record, value: joinStatements(record).value }));
        const deployments = joined.filter(({ record }) => record.kind === 'deployment').sort((a, b) => byCodeUnit(a.record.id, b.record.id));
        const known = new Set(deployments.map(({ record }) => record.id));
        const fallbacks = deployments.filter(({ record }) => chosen.includes(record.id)).map(({ value }) => (value['fallback'] as { deployment?: string } | undefined)?.deployment);
        const seen = joined.filter(({ record, value }) => (record.kind === 'deployment' ? chosen.includes(record.id) || fallbacks.includes(record.id) : record.kind !== 'dataFlow' || chosen.includes(String(value['deployment'])) || !known.has(String(value['deployment']))));
        const loose = joined.filter(({ record, value }) => record.kind === 'dataFlow' && !known.has(String(value['deployment'])));
        const subjects = [...chosen.map((id) => `deployment/${id}`), 'model/m0', 'model/m1', 'organisation/acme', ...loose.map(({ record }) => `flow/${record.id}`)];
        const affected = { subjects, since: 1, continues: 'a' };
        const check = (inventory: NonNullable<CheckInput['inventory']>): Readonly<Record<string, unknown>> => {
          const { digests: _digests, contradictions: _contradictions, problems, ...result } = JSON.parse(runCheck({ asOf, files: [], affected, inventory }, assets).json) as Record<string, unknown> & { problems: { message: string }[] };
          return { ...result, problems: problems.map(({ message }) => message) };
        };
        const whole = { fragments: putTogether(records.values(), sources), settings, problems: [] };
        const named = new Set(seen.flatMap(({ record }) => record.statements.map(({ path }) => path)));
        const speaking = sources.filter(({ path }) => named.has(path));
        const part = { fragments: putTogether(seen.map(({ record }) => record), speaking), settings, problems: [], overview: overlook(deployments.map(({ value }) => value as unknown as Deployment), loose.length) };
        expect(check(part)).toEqual(check(whole));
        expect(judgedByRanges({ records, sources }, { asOf, files: [], affected }, cuts, assets)).toBe(runCheck({ asOf, files: [], affected, inventory: part }, assets).json);
      }),
      { numRuns },
    );
  }, 600_000);
});
