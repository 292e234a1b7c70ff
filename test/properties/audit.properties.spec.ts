import fc from 'fast-check';
import { audit } from '../../src/core/audit/audit.js';
import { type AuditResult, type FindingOfResult } from '../../src/core/audit/audit-result.js';
import { defaultGate } from '../../src/core/audit/gate.js';
import { type Waiver } from '../../src/core/finding/waiver.js';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { type InventoryFragment, type InventoryRecord } from '../../src/core/inventory/inventory-fragment.js';
import { recordKey } from '../../src/core/inventory/record-key.js';
import { type CompiledPack } from '../../src/core/policy/compiled-pack.js';
import { jsonExporter } from '../../src/exporters/json/json.exporter.js';
import { exampleFragments } from '../factories/example-fragments.js';
import { type Rulebook, rulebook } from '../factories/rulebook.js';

const asOf = '2026-11-23T00:00:00.000Z';
const runs = { numRuns: 25, seed: 20261123 };

/** Fields that say which record is meant, and that a manifest cannot leave out. */
const structural = ['id', 'deployment', 'child', 'parent', 'model', 'relation'];
/** Claims that a rule tests where they are made: without the claim there is nothing to refute. The transfer itself stays open under TRF-01. */
const claims = ['claimedOpenSource', 'transferBasis'];
const kept = new Set([...structural, ...claims]);

/** The example with some of its facts forgotten by every source: each number picks one field of one record. */
function forget(fragments: readonly InventoryFragment[], picks: readonly number[]): InventoryFragment[] {
  // A dispute that both sides forget is settled by the catalogue; that is no forgotten fact.
  const contested = new Set(assembleSnapshot(fragments, asOf).contradictions.map(({ record }) => record));
  const dropped = new Map<string, Set<string>>();
  const records = fragments.flatMap((fragment) => fragment.records);
  for (const pick of picks) {
    const record = records[pick % records.length];
    const fields = Object.keys(record?.value ?? {}).filter((field) => !kept.has(field));
    const field = fields[pick % Math.max(fields.length, 1)];
    if (record === undefined || field === undefined) continue;
    const key = recordKey(record.kind, record.id);
    if (contested.has(key)) continue;
    dropped.set(key, (dropped.get(key) ?? new Set()).add(field));
  }
  const without = (record: InventoryRecord): InventoryRecord => ({ ...record, value: Object.fromEntries(Object.entries(record.value).filter(([field]) => dropped.get(recordKey(record.kind, record.id))?.has(field) !== true)) });
  return fragments.map((fragment) => ({ ...fragment, records: fragment.records.map(without) }));
}

function shuffle<T>(items: readonly T[], keys: readonly number[]): T[] {
  return items.map((item, index) => ({ item, key: keys[index % keys.length] ?? 0, index })).sort((a, b) => a.key - b.key || b.index - a.index).map(({ item }) => item);
}

const picks = fc.array(fc.nat(1_000_000), { maxLength: 60 });
const keys = fc.array(fc.integer(), { minLength: 1, maxLength: 20 });

describe('an audit', () => {
  let fragments: readonly InventoryFragment[];
  let rules: Rulebook;
  const run = (given: readonly InventoryFragment[], packs: readonly CompiledPack[] = rules.packs, waivers: readonly Waiver[] = []): AuditResult =>
    audit({ ...rules, packs, snapshot: assembleSnapshot(given, asOf), waivers, gate: defaultGate, problems: [] });

  beforeAll(async () => {
    fragments = await exampleFragments();
    rules = await rulebook();
    expect(rules.packs.length).toBeGreaterThan(0);
  });

  it('has a snapshot digest that does not depend on the order of inputs, and changes with what they say', () => {
    const digests = new Set<string>();
    fc.assert(
      fc.property(picks, keys, (forgotten, order) => {
        const given = forget(fragments, forgotten);
        const reordered = shuffle(given, order).map((fragment) => ({ ...fragment, records: shuffle(fragment.records, order) }));
        const { digest } = assembleSnapshot(given, asOf);
        digests.add(digest);
        expect(assembleSnapshot(reordered, asOf).digest).toBe(digest);
      }),
      runs,
    );
    expect(digests.size).toBeGreaterThan(10);
  });

  it('gives the same bytes for the same input, in whatever order it comes', () => {
    fc.assert(
      fc.property(picks, keys, (forgotten, order) => {
        const given = forget(fragments, forgotten);
        expect(jsonExporter.export(run(shuffle(given, order)))).toBe(jsonExporter.export(run(given)));
      }),
      { ...runs, numRuns: 10 },
    );
  });

  it('loses no finding when a rule is added', () => {
    fc.assert(
      fc.property(picks, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (forgotten, chosen) => {
        const given = forget(fragments, forgotten);
        let index = 0;
        const fewer = rules.packs.map((pack) => ({ ...pack, rules: pack.rules.map((rule) => ({ ...rule, enabled: rule.enabled && (chosen[index++ % chosen.length] ?? true) })) }));
        const all = new Set(run(given).findings.map(({ fingerprint, verdict }) => `${fingerprint} ${verdict}`));
        for (const { fingerprint, verdict } of run(given, fewer).findings) expect(all).toContain(`${fingerprint} ${verdict}`);
      }),
      runs,
    );
  });

  it('never closes a finding because a fact was forgotten: a fail stays or becomes unknown, an unknown stays', () => {
    const whole = run(fragments);
    expect(whole.counts.error).toBe(0);
    fc.assert(
      fc.property(picks, (forgotten) => {
        const poorer = run(forget(fragments, forgotten));
        expect(poorer.counts.error).toBe(0);
        const open = new Set(poorer.findings.map(({ fingerprint }) => fingerprint));
        const closed = whole.findings.filter(({ fingerprint }) => !open.has(fingerprint)).map(({ ruleId, subject, element, verdict, missing, explanation }) => ({ ruleId, subject, element, verdict, missing, explanation }));
        expect(closed).toEqual([]);
      }),
      { ...runs, numRuns: 60 },
    );
  });

  it('keeps every outcome whatever is waived', () => {
    fc.assert(
      fc.property(picks, fc.array(fc.nat(1_000), { minLength: 1, maxLength: 8 }), (forgotten, chosen) => {
        const given = forget(fragments, forgotten);
        const plain = run(given);
        const waivers = chosen.flatMap((pick, index) => waiverFor(plain.findings[pick % Math.max(plain.findings.length, 1)], index, rules.packs));
        const waived = run(given, rules.packs, waivers);
        const outcome = ({ waiver: _waiver, ...rest }: FindingOfResult): object => rest;
        expect(waived.findings.map(outcome)).toEqual(plain.findings.map(outcome));
        expect({ ...waived.counts, waived: 0 }).toEqual({ ...plain.counts, waived: 0 });
        expect(waived.rules).toEqual(plain.rules);
        expect(waived.counts.waived).toBe(waived.findings.filter(({ waiver }) => waiver !== null && waiver.state !== 'expired').length);
        if (waivers.length > 0) expect(waived.counts.waived).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});

function waiverFor(finding: FindingOfResult | undefined, index: number, packs: readonly CompiledPack[]): Waiver[] {
  const pack = packs.find(({ id }) => id === finding?.pack);
  if (finding === undefined || pack?.waivers === undefined) return [];
  return [
    {
      apiVersion: 'domicile/v1',
      kind: 'Waiver',
      id: `W-${index}`,
      rules: [finding.ruleId],
      pack: finding.pack,
      packVersion: '>=0.0.1',
      subjects: [{ subject: finding.subject, ...(finding.element === undefined ? {} : { element: finding.element }) }],
      reason: 'risk-accepted',
      justification: 'property test',
      requestedBy: 'a',
      approvals: [{ by: 'b', role: pack.waivers.approverRoles[0] ?? '', at: '2026-11-01' }],
      validFrom: '2026-11-01',
      expiresAt: '2026-12-01',
    },
  ];
}
