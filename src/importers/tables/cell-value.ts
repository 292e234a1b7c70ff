import { z } from 'zod';

/** What a cell says of a field, or how it should have been written. */
export type CellValue = { readonly value: unknown } | { readonly expected: string };

/** Reads a cell as a field of this schema: lists are joined by `;` or written as JSON, all else that is no plain value is JSON. */
export function cellValue(schema: unknown, text: string): CellValue {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodNumber) return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? { value: Number(text) } : { expected: 'a number with a point, such as 0.5' };
  if (bare instanceof z.ZodBoolean) return /^(true|yes|false|no)$/i.test(text) ? { value: /^(true|yes)$/i.test(text) } : { expected: 'true or false' };
  if (bare instanceof z.ZodArray) return listValue(bare.element, text);
  if (bare instanceof z.ZodString || bare instanceof z.ZodEnum || bare instanceof z.ZodUnion || bare instanceof z.ZodLiteral) return { value: text };
  return jsonValue(text, 'JSON, such as {"name": "…"}');
}

function listValue(element: unknown, text: string): CellValue {
  if (text.startsWith('[')) return jsonValue(text, 'a list, its members parted by ;');
  const parts = text.split(';').map((part) => part.trim()).filter((part) => part !== '').map((part) => cellValue(element, part));
  const wrong = parts.find((part) => 'expected' in part);
  return wrong ?? { value: parts.map((part) => ('value' in part ? part.value : undefined)) };
}

function jsonValue(text: string, expected: string): CellValue {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { value } : { expected };
  } catch {
    return { expected };
  }
}

function unwrapped(schema: unknown): unknown {
  let at = schema;
  while (at instanceof z.ZodOptional || at instanceof z.ZodNullable) at = at.unwrap();
  return at;
}
