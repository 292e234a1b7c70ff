import { type CompiledPack, type ParameterValue } from '../policy/compiled-pack.js';

/** The values of a pack's parameters by name. */
export function parameterValues(params: CompiledPack['params']): Readonly<Record<string, ParameterValue>> {
  return Object.fromEntries(Object.entries(params).map(([name, { value }]) => [name, value]));
}
