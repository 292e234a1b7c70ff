import { type z } from 'zod';
import { readOneDocument, type DocumentRead } from '../importers/read-one-document.js';
import { type ReadBytes } from './command-output.js';

/** Reads one YAML or JSON file as exactly one document of the schema, or says line by line why it is not one. */
export async function readDocument<Schema extends z.ZodType>(path: string, read: ReadBytes, schema: Schema): Promise<DocumentRead<z.infer<Schema>>> {
  let bytes: Uint8Array;
  try {
    bytes = await read(path);
  } catch (error) {
    return { problems: [{ file: path, code: 'unreadable', message: `cannot be read (${error instanceof Error ? error.message : String(error)}); name a file that exists and may be read` }] };
  }
  return readOneDocument(path, bytes, schema);
}
