import { type Verdict } from '../evaluation/verdict.js';
import { type CompiledPack } from '../policy/compiled-pack.js';
import { createTally } from './tally.js';

const pack = (id: string, ...rules: string[]): CompiledPack => ({ id, rules: rules.map((rule) => ({ id: rule, enabled: true })) }) as unknown as CompiledPack;
const verdict = (of: string, ruleId: string): Verdict => ({ pack: of, ruleId, subject: 'deployment/one', outcome: 'fail', severity: 'high', references: [] });

describe('a tally', () => {
  it('counts rules of one name in two packs apart, in the order of the packs', () => {
    const tally = createTally([pack('a', 'R-1', 'R-2'), pack('b', 'R-1')]);
    tally.count(verdict('b', 'R-1'));
    tally.count(verdict('a', 'R-2'));
    expect(tally.rules().map(({ counts }) => counts.fail)).toEqual([0, 1, 1]);
  });

  it('leaves no verdict out', () => {
    expect(() => createTally([pack('a', 'R-1')]).count(verdict('a', 'R-9'))).toThrow('a R-9 gave a verdict');
    expect(() => createTally([pack('a', 'R-1'), pack('a', 'R-1')])).toThrow('two rules of a are called R-1');
  });
});
