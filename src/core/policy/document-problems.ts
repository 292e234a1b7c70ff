import { describeType } from './check-scope.js';
import { didYouMean } from './did-you-mean.js';
import { jsonPointerOf } from './json-pointer-of.js';
import { type ValueType } from './value-type.js';

export interface DocumentProblem {
  /** JSON pointer inside the document. */
  readonly pointer: string;
  readonly key: boolean;
  readonly message: string;
}

/**
 * What a document of a test has against the types of the schema: unknown fields, wrong types, words outside an enumeration.
 * Absent and null fields are no problem, since tests try them; nor is text that is no timestamp.
 */
export function documentProblems(value: unknown, type: ValueType, path: readonly PropertyKey[] = []): DocumentProblem[] {
  if (value === null || value === undefined) return [];
  const wrong = (message: string): DocumentProblem[] => [{ pointer: jsonPointerOf(path), key: false, message }];
  switch (type.kind) {
    case 'object':
      return typeof value === 'object' && !Array.isArray(value) ? memberProblems(value, type.fields, path) : wrong('an object is needed here; write its fields');
    case 'list':
      return Array.isArray(value) ? value.flatMap((item, index) => documentProblems(item, type.of, [...path, index])) : wrong(`a ${describeType(type)} is needed here; write [ … ]`);
    case 'string':
      if (typeof value !== 'string') return wrong('a string is needed here; put it in quotes');
      return type.values === undefined || type.values.includes(value) ? [] : wrong(`'${value}' is not a value of this field${didYouMean(value, type.values) || `; it is one of ${type.values.join(', ')}`}`);
    case 'timestamp':
      return typeof value === 'string' ? [] : wrong('a day or an instant is needed here; write it in quotes, such as "2026-11-23"');
    default:
      return typeof value === type.kind ? [] : wrong(`a ${type.kind} is needed here; write one`);
  }
}

function memberProblems(value: object, fields: Readonly<Record<string, { readonly type: ValueType }>>, path: readonly PropertyKey[]): DocumentProblem[] {
  return Object.entries(value).flatMap(([name, member]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field !== undefined) return documentProblems(member, field.type, [...path, name]);
    const known = Object.keys(fields);
    return [{ pointer: jsonPointerOf([...path, name]), key: true, message: `unknown field '${name}'${didYouMean(name, known) || `; the fields are ${known.slice(0, 12).join(', ')}`}` }];
  });
}
