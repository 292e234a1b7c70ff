import { type Completion, type CompletionContext, type CompletionResult, type CompletionSource } from '@codemirror/autocomplete';
import { type PolicyLanguage } from './policy-language.js';
import { schemaAt, type JsonSchema } from './schema-at.js';
import { placeIn } from './yaml-place.js';

const expressions: readonly (string | undefined)[] = ['check', 'appliesTo'];

interface FieldType {
  readonly kind: string;
  readonly values?: readonly string[];
  readonly of?: FieldType;
  readonly fields?: Readonly<Record<string, { readonly type: FieldType; readonly optional: boolean }>>;
}

/** Completes keys, their values, controls and the fields that rules read, from what the server knows of the language. */
export function completePolicy(language: PolicyLanguage): CompletionSource {
  return (context) => {
    const lines = context.state.doc.sliceString(0, context.pos).split('\n');
    const before = lines.at(-1) ?? '';
    if (/^\s*#/.test(before)) return null;
    const { path, key, typed } = placeIn(lines);
    const last = path.filter((step) => step !== '[]').at(-1);
    if (expressions.includes(key ?? last)) return completeExpression(context, before, language);
    const schema = documentSchema(context.state.doc.toString(), language);
    if (key === undefined && last === 'controls') return options(context, typed, language.controls.map(({ id, requirement }) => ({ label: id, type: 'constant', info: requirement })));
    return key === undefined ? options(context, typed, keysOf(schemaAt(schema, path))) : options(context, typed, valuesOf(schemaAt(schema, [...path, key])));
  };
}

function documentSchema(text: string, { pack, overlay }: PolicyLanguage): JsonSchema {
  return /^kind:\s*PolicyOverlay\b/m.test(text) ? overlay : pack;
}

function options(context: CompletionContext, typed: string, found: readonly Completion[]): CompletionResult | null {
  if (found.length === 0 || (typed === '' && !context.explicit)) return null;
  return { from: context.pos - typed.length, options: [...found], validFor: /^[\w.()-]*$/ };
}

function keysOf(schemas: readonly JsonSchema[]): readonly Completion[] {
  return schemas.flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).map(([name, { description }]): Completion => ({ label: name, apply: `${name}: `, type: 'property', boost: required.includes(name) ? 1 : 0, ...(required.includes(name) ? { detail: '*' } : {}), ...(description === undefined ? {} : { info: description }) })),
  );
}

function valuesOf(schemas: readonly JsonSchema[]): readonly Completion[] {
  const values = schemas.flatMap((schema) => [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const]), ...(schema.type === 'boolean' ? [true, false] : [])]);
  return [...new Set(values.map(String))].map((label): Completion => ({ label, type: 'enum' }));
}

/** Inside an expression: variables, their fields, and after a comparison the words that a field may have. */
function completeExpression(context: CompletionContext, before: string, { types }: PolicyLanguage): CompletionResult | null {
  const environment = types as Readonly<Record<string, FieldType>>;
  const compared = /([A-Za-z_][\w.]*)\s*(?:==|!=)\s*'([\w-]*)$/.exec(before);
  if (compared !== null) {
    const [, path = '', typed = ''] = compared;
    return options(context, typed, (typeAt(environment, path.split('.'))?.values ?? []).map((label): Completion => ({ label, type: 'enum' })));
  }
  const token = /[A-Za-z_][\w.]*$/.exec(before)?.[0] ?? '';
  const steps = token.split('.');
  const typed = steps.at(-1) ?? '';
  if (steps.length === 1) return options(context, typed, [...Object.keys(environment), 'params', 'now'].map((label): Completion => ({ label, type: 'variable' })).concat([{ label: 'has', apply: 'has(', type: 'function' }]));
  const fields = typeAt(environment, steps.slice(0, -1))?.fields ?? {};
  const found = Object.entries(fields).map(([label, { type, optional }]): Completion => ({ label, type: 'property', detail: `${type.kind}${optional ? '?' : ''}`, ...(type.values === undefined ? {} : { info: type.values.join(', ') }) }));
  return found.length === 0 ? null : { from: context.pos - typed.length, options: found, validFor: /^\w*$/ };
}

function typeAt(environment: Readonly<Record<string, FieldType>>, [variable = '', ...steps]: readonly string[]): FieldType | undefined {
  return steps.reduce<FieldType | undefined>((type, step) => type?.fields?.[step]?.type, environment[variable]);
}
