import { type CompiledPack, type PackTests } from '../policy/compiled-pack.js';
import { type PackReport } from './pack-report.js';
import { testRule } from './test-rule.js';

/** Runs the inline tests of a pack and says how well they test it. Deterministic, and needs neither schema nor parser. */
export function testPack(pack: CompiledPack, tests: PackTests): PackReport {
  const rules = pack.rules.map((rule) => testRule(rule, pack, tests.rules.find((each) => each.rule === rule.id) ?? { rule: rule.id, tests: [], survivors: [] }, tests.fixtures));
  return { pack: pack.id, version: pack.version, rules, passed: rules.every(({ passed }) => passed) };
}
