import { type StrictJson, type StrictObject } from './parse-strict-json.js';

export function isStrictObject(value: StrictJson | undefined): value is StrictObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
