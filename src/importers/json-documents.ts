import { type SourceFile } from '../core/inventory/source-file.js';
import { readJson } from './read-json.js';
import { type JsonLinesRead, readJsonLines } from './read-json-lines.js';

/** The documents of a JSON file, or of each line where its name says that it holds one on each. */
export function jsonDocuments(file: SourceFile): JsonLinesRead {
  if (/\.(jsonl|ndjson)$/i.test(file.path)) return readJsonLines(file.path, file.bytes);
  const { document, problems } = readJson(file.path, file.bytes);
  return { documents: document === undefined ? [] : [document], problems };
}
