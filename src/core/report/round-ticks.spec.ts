import fc from 'fast-check';
import { roundTicks } from './round-ticks.js';

describe('roundTicks', () => {
  it('chooses round numbers', () => {
    expect(roundTicks(0, 587_000)).toEqual([0, 100_000, 200_000, 300_000, 400_000, 500_000, 600_000]);
    expect(roundTicks(288, 426)).toEqual([250, 300, 350, 400, 450]);
  });

  it('encloses any range with few numbers of equal distance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (from, width) => {
        const ticks = roundTicks(from, from + width);
        expect(ticks[0]).toBeLessThanOrEqual(from);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(from + width);
        expect(ticks.length).toBeLessThanOrEqual(9);
      }),
    );
  });
});
