import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Verdict } from '../../src/core/evaluation/verdict.js';
import { auditManifest, nameOf } from './audit-manifest.js';
import { shippedPacks } from './shipped-packs.js';

interface Expectation {
  readonly verdict: string;
  /** The article or clause that makes it so. */
  readonly clause: string;
}

interface Scenario {
  readonly title: string;
  readonly asOf: string;
  readonly packs: readonly string[];
  readonly overlays?: readonly string[];
  readonly manifest: object;
  /** Every fail, no other. */
  readonly fails: readonly Expectation[];
  /** Every unknown, no other. */
  readonly unknown: readonly Expectation[];
  /** Some of the passes. */
  readonly passes?: readonly Expectation[];
}

const folder = join(__dirname, 'cases');

for (const file of readdirSync(folder).sort()) {
  const { scenarios } = parse(readFileSync(join(folder, file), 'utf8'), { merge: true, maxAliasCount: 1_000 }) as { readonly scenarios: readonly Scenario[] };
  describe(file, () => {
    it.each(scenarios.map((scenario) => [scenario.title, scenario] as const))('%s', async (_title, scenario) => {
      const packs = (await shippedPacks(scenario.overlays ?? [])).map(({ pack }) => pack).filter(({ id }) => scenario.packs.includes(id));
      const verdicts = auditManifest(scenario.manifest, packs, scenario.asOf);
      expect(named(verdicts, 'error')).toEqual([]);
      expect(named(verdicts, 'fail')).toEqual(scenario.fails.map(({ verdict }) => verdict).sort());
      expect(named(verdicts, 'unknown')).toEqual(scenario.unknown.map(({ verdict }) => verdict).sort());
      expect(named(verdicts, 'pass')).toEqual(expect.arrayContaining((scenario.passes ?? []).map(({ verdict }) => verdict)));
      for (const { clause } of [...scenario.fails, ...scenario.unknown, ...(scenario.passes ?? [])]) expect(clause).toMatch(/\S/);
    });
  });
}

function named(verdicts: readonly Verdict[], outcome: Verdict['outcome']): string[] {
  return verdicts.filter((verdict) => verdict.outcome === outcome).map(nameOf).sort();
}
