import { strictJsonReading } from './strict-json-reading.js';
import { type JsonLimits, type StrictJson } from './strict-json.js';

/** @throws MalformedFile as `strictJsonReading` says. */
export function parseStrictJson(text: string, limits: JsonLimits): StrictJson {
  return strictJsonReading(text, limits).whole();
}
