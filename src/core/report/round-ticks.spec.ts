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
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(9);
      }),
      { numRuns: 2000 },
    );
  });

  it('encloses a single value, of any size, exactly', () => {
    expect(roundTicks(13, 13)).toEqual([13, 13.005]);
    expect(roundTicks(0, 0)[0]).toBe(0);
    expect(roundTicks(0, 0).length).toBeGreaterThan(1);
    expect(roundTicks(0.25, 0.25)).toEqual([0.25, 0.25005]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (value) => {
        const ticks = roundTicks(value, value);
        expect(ticks[0]).toBeLessThanOrEqual(value);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(value);
      }),
      { numRuns: 2000 },
    );
  });
});
