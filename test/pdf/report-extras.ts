import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { audit } from '../../src/core/audit/audit.js';
import { defaultGate } from '../../src/core/audit/gate.js';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { sealFrameworks } from '../../src/core/reference/seal-frameworks.js';
import { type ReportInput } from '../../src/core/report/report-input.js';
import { runShock } from '../../src/core/shock/run-shock.js';
import { type Shock } from '../../src/core/shock/shock.js';
import { sovereigntyLevels } from '../../src/core/sovereignty/sovereignty-levels.js';
import { exampleFragments } from '../factories/example-fragments.js';
import { rulebook } from '../factories/rulebook.js';

const scenarios: readonly Shock[] = [
  { kind: 'adequacy-falls', jurisdiction: 'US' },
  { kind: 'api-cut-off', provider: 'azure', days: 30 },
  { kind: 'parent-changes', provider: 'mistral', parent: 'Contoso & Söhne <Holding>', country: 'US' },
  { kind: 'region-lost', region: 'gra11', provider: 'ovh', title: 'A flood in Gravelines' },
];

/** The example under shocks, its levels, and an earlier audit. */
export async function reportExtras(): Promise<Required<Pick<ReportInput, 'result' | 'snapshot' | 'shocks' | 'sovereignty' | 'history'>>> {
  const rules = await rulebook();
  const snapshot = assembleSnapshot(await exampleFragments(), '2026-11-23T00:00:00.000Z');
  const input = { ...rules, snapshot, waivers: [], gate: defaultGate, problems: [] };
  const shocks = scenarios.map((scenario) => {
    const result = runShock(input, scenario);
    if ('problem' in result) throw new Error(result.problem);
    return result;
  });
  const [framework] = sealFrameworks.parse(parse(readFileSync('policies/reference/seal.yaml', 'utf8'))).sealFrameworks;
  const [pack] = (await rulebook(['eu-sovereignty'])).packs;
  if (framework === undefined || pack === undefined) throw new Error('the framework or its pack is missing');
  const zeros = `sha256:${'0'.repeat(64)}`;
  return {
    result: audit(input),
    snapshot,
    shocks,
    sovereignty: sovereigntyLevels({ snapshot, reference: rules.reference, framework, pack, problems: [] }),
    history: [{ asOf: '2026-09-30T00:00:00Z', digest: zeros, rules: zeros, open: { critical: 2, high: 3, medium: 1, low: 1, info: 0 } }],
  };
}
