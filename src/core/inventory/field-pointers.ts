import { z } from 'zod';
import { type NounKind } from './noun-kind.js';
import { nounSchemas } from './noun-schemas.js';

/** The fields of a kind of record as JSON pointers, in the order of its schema; a list is one field. */
export function fieldPointers(kind: NounKind): readonly string[] {
  return pointersOf(nounSchemas[kind], '');
}

function pointersOf(schema: unknown, pointer: string): string[] {
  let bare = schema;
  while (bare instanceof z.ZodOptional) bare = bare.unwrap();
  if (!(bare instanceof z.ZodObject)) return [pointer];
  return Object.entries(bare.shape as Readonly<Record<string, unknown>>).flatMap(([key, member]) => pointersOf(member, `${pointer}/${key}`));
}
