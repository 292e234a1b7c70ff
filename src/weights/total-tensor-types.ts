import { byCodeUnit } from '../core/inventory/by-code-unit.js';
import { type TensorTypeTotal } from './weights-header.js';

export interface SizedTensor {
  readonly name: string;
  readonly type: string;
  readonly parameters: number;
  readonly bytes: number;
}

/** Totals by tensor type; the type that holds most parameters comes first. */
export function totalTensorTypes(tensors: readonly SizedTensor[]): TensorTypeTotal[] {
  const totals = new Map<string, { type: string; tensors: number; parameters: number; bytes: number }>();
  for (const tensor of tensors) {
    const total = totals.get(tensor.type) ?? { type: tensor.type, tensors: 0, parameters: 0, bytes: 0 };
    total.tensors += 1;
    total.parameters += tensor.parameters;
    total.bytes += tensor.bytes;
    totals.set(tensor.type, total);
  }
  return [...totals.values()].sort((a, b) => b.parameters - a.parameters || byCodeUnit(a.type, b.type));
}
