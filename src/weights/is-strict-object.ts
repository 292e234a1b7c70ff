import { type StrictJson, type StrictObject } from './strict-json.js';

const { isArray } = Array;

export function isStrictObject(value: StrictJson | undefined): value is StrictObject {
  return typeof value === 'object' && value !== null && !isArray(value);
}
