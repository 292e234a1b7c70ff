import { type HardwareFacts } from '../../reference/hardware-facts.js';
import { type Accelerator } from './accelerator.js';

/** The accelerators of the reference facts in the words of sizing. */
export function acceleratorsOf({ accelerators }: HardwareFacts): readonly Accelerator[] {
  return accelerators.map(({ id, name, memory, bandwidth, dense, sources, noSource }) => ({
    id,
    name,
    memory: { value: memory.value, unit: memory.unit, mib: memory.mibReported },
    bandwidth,
    dense: { fp16: dense.fp16, fp8: dense.fp8, int8: dense.int8 },
    kind: 'quoted',
    source: sources?.map(({ title }) => title).join('; ').slice(0, 1_000) ?? noSource ?? 'no source',
  }));
}
