import { acceleratorMemory } from './accelerator-memory.js';

const card = (value: number, unit: 'GB' | 'GiB', mib?: number) => acceleratorMemory({ id: 'card', memory: { value, unit, mib }, bandwidth: { value: 1, unit: 'GB/s' }, kind: 'quoted', source: 'test' });
const GiB = 2 ** 30;

describe('acceleratorMemory', () => {
  it.each([
    [80, 'GB', 81_920, 80 * GiB],
    [24, 'GB', 23_028, 23_028 * 2 ** 20],
    [32, 'GiB', undefined, 32 * GiB],
    [23.58, 'GiB', undefined, 23.58 * GiB],
    [22.5, 'GiB', undefined, 22.5 * GiB],
  ] as const)('takes %d %s (driver: %p MiB) for %d bytes', (value, unit, mib, bytes) => {
    expect(card(value, unit, mib)).toEqual({ bytes: { low: bytes, value: bytes, high: bytes } });
  });

  it('carries both readings of a marketed GB', () => {
    expect(card(80, 'GB')).toMatchObject({ bytes: { low: 80e9, value: 80e9, high: 80 * GiB }, doubt: expect.stringContaining('add the MiB that the driver reports') });
  });

  it.each([
    [85.9, 'GiB', undefined, 'looks like 80 GiB counted in GB; write 80 GiB'],
    [34.36, 'GiB', undefined, 'looks like 32 GiB counted in GB; write 32 GiB'],
    [80, 'GB', 40_960, 'its driver reports 40960 MiB; correct one of the two'],
    [80, 'GB', 163_840, 'its driver reports 163840 MiB; correct one of the two'],
  ] as const)('refuses %d %s (driver: %p MiB)', (value, unit, mib, problem) => {
    expect(card(value, unit, mib)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
