import { type Problem } from '../core/inventory/problem.js';
import { type ParsedDocument } from './parsed-document.js';

/** The problem that a file of several YAML documents is where its format has one: the others state nothing. */
export function laterDocuments(file: string, documents: readonly ParsedDocument[]): Problem[] {
  const second = documents[1];
  return second === undefined ? [] : [{ file, ...second.placeOf([]), code: 'several-documents', message: `the file holds ${documents.length} YAML documents, and only the first is read; put each in a file of its own` }];
}
