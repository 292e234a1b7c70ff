import { type AuditResult } from '../../src/core/audit/audit-result.js';
import { audit } from '../../src/core/audit/audit.js';
import { defaultGate } from '../../src/core/audit/gate.js';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { readWaivers } from '../../src/files/read-waivers.js';
import { exampleFragments } from '../factories/example-fragments.js';
import { rulebook } from '../factories/rulebook.js';

/** The audit of the example organisation as of a fixed day. */
export async function exampleResult(): Promise<AuditResult> {
  const { waivers } = await readWaivers(['examples/nordlicht/waivers.yaml']);
  const rules = await rulebook(['licence-and-use', 'provenance', 'transfers', 'processors', 'resilience']);
  return audit({ ...rules, snapshot: assembleSnapshot(await exampleFragments(), '2026-11-23T00:00:00.000Z'), waivers, gate: defaultGate, problems: [] });
}
