import { type CompiledParameter, type ParameterValue } from './compiled-pack.js';
import { type PackParameter } from './pack-parameter.js';
import { parseInstant } from './parse-instant.js';
import { type ValueType } from './value-type.js';

export interface CompiledParameters {
  readonly values: Readonly<Record<string, CompiledParameter>>;
  readonly types: ReadonlyMap<string, ValueType>;
}

/** The parameters of a pack as values for rules and as types for checking them. */
export function compileParameters(params: Readonly<Record<string, PackParameter>>): CompiledParameters {
  const values: Record<string, CompiledParameter> = {};
  const types = new Map<string, ValueType>();
  for (const [name, parameter] of Object.entries(params)) {
    values[name] = {
      type: parameter.type,
      value: parameterValue(parameter),
      ...(parameter.source === undefined ? {} : { source: parameter.source }),
      ...(parameter.description === undefined ? {} : { description: parameter.description }),
    };
    types.set(name, typeOf(parameter));
  }
  return { values, types };
}

function parameterValue(parameter: PackParameter): ParameterValue {
  return parameter.type === 'timestamp' ? (parseInstant(parameter.default) ?? Number.NaN) : parameter.default;
}

function typeOf(parameter: PackParameter): ValueType {
  switch (parameter.type) {
    case 'string':
      return { kind: 'string', values: [parameter.default] };
    case 'list<string>':
      return { kind: 'list', of: { kind: 'string', values: parameter.default }, maxItems: Math.max(1, parameter.default.length) };
    case 'list<number>':
      return { kind: 'list', of: { kind: 'number' }, maxItems: Math.max(1, parameter.default.length) };
    default:
      return { kind: parameter.type };
  }
}
