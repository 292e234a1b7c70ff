import { type Problem } from '../core/inventory/problem.js';
import { decodeText } from './decode-text.js';
import { inputCaps } from './input-caps.js';
import { type ParsedDocument, type Place } from './parsed-document.js';
import { readJson } from './read-json.js';

export interface JsonLinesRead {
  readonly documents: readonly ParsedDocument[];
  readonly problems: readonly Problem[];
}

const mostFaults = 20;

/** Reads JSON Lines, one strict JSON document for each line that is not blank; a line that cannot be read becomes a problem, and the others are read. */
export function readJsonLines(path: string, bytes: Uint8Array): JsonLinesRead {
  const decoded = decodeText(path, bytes, inputCaps.bytes);
  if ('problem' in decoded) return { documents: [], problems: [decoded.problem] };
  const documents: ParsedDocument[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of decoded.text.split('\n').entries()) {
    if (line.trim() === '') continue;
    if (documents.length >= inputCaps.jsonLines || problems.length >= mostFaults) {
      problems.push({ file: path, line: index + 1, column: 1, code: 'too-many', message: `what follows is not read, after ${documents.length} lines and ${problems.length} faulty ones; split the file, or correct them` });
      break;
    }
    const below = (place: Place): Place => ({ ...place, line: place.line + index });
    const { document, problems: found } = readJson(path, new TextEncoder().encode(line));
    problems.push(...found.map((problem) => ({ ...problem, line: (problem.line ?? 1) + index })));
    if (document !== undefined) documents.push({ value: document.value, placeOf: (at) => below(document.placeOf(at)), placeOfKey: (at) => below(document.placeOfKey(at)) });
  }
  if (documents.length === 0 && problems.length === 0) problems.push({ file: path, line: 1, column: 1, code: 'empty', message: 'the file is empty; write one JSON object on each line' });
  return { documents, problems };
}
