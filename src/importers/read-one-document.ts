import { type z } from 'zod';
import { type Problem } from '../core/inventory/problem.js';
import { documentProblems } from './document-problems.js';
import { type ParsedDocument } from './parsed-document.js';
import { readYaml } from './read-yaml.js';

/** What stands in a file and where; or what is wrong with it. */
export type DocumentRead<Value> = ({ readonly value: Value } & Pick<ParsedDocument, 'placeOf'>) | { readonly problems: readonly Problem[] };

/** Reads YAML or JSON as exactly one document of the schema, or says line by line why it is not one. */
export function readOneDocument<Schema extends z.ZodType>(path: string, bytes: Uint8Array, schema: Schema): DocumentRead<z.infer<Schema>> {
  const { documents, problems } = readYaml(path, bytes);
  if (problems.length > 0) return { problems };
  const [document, second] = documents;
  if (document === undefined) return { problems: [{ file: path, line: 1, column: 1, code: 'empty', message: 'the file holds no document; write one' }] };
  if (second !== undefined) return { problems: [{ file: path, ...second.placeOf([]), code: 'too-many-documents', message: 'a second document begins here; keep one document per file' }] };
  const parsed = schema.safeParse(document.value);
  return parsed.success ? { value: parsed.data, placeOf: (at) => document.placeOf(at) } : { problems: documentProblems(path, document, schema, parsed.error) };
}
