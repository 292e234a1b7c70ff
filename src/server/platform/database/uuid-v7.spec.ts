import { uuidV7 } from './uuid-v7.js';

describe('uuidV7', () => {
  it('carries version, variant and the millisecond', () => {
    const id = uuidV7(Date.UTC(2026, 10, 23));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 23));
  });

  it('stays in order when one millisecond makes more than its counter holds, and when the clock goes back', () => {
    const start = Date.UTC(2026, 10, 24);
    const ids = [...Array.from({ length: 10_000 }, () => uuidV7(start)), uuidV7(start - 5_000)];
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });
});
