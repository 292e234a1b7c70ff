import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../core/inventory/canonical-json.js';
import { referenceFiles, type ReferenceFileName } from '../core/reference/reference-files.js';
import { referenceJsonSchema } from '../core/reference/reference-json-schema.js';
import { compileReference } from './compile-reference.js';

/** Compiles the YAML files of `source` into canonical JSON below `target`, and renews the JSON Schemas beside the YAML where they changed. Returns the files written. */
export function writeCompiledReference(source: string, target: string): readonly string[] {
  const reference = compileReference(source);
  mkdirSync(target, { recursive: true });
  const compiled = Object.entries(reference).map(([name, file]) => [join(target, `${name}.json`), `${canonicalJson(file)}\n`] as const);
  const names = [...(Object.keys(referenceFiles) as ReferenceFileName[]), 'reference-overlay' as const, 'facts-output' as const];
  const schemas = names.map((name) => [join(source, `${name}.schema.json`), `${JSON.stringify(referenceJsonSchema(name), null, 2)}\n`] as const);
  const changed = [...compiled, ...schemas].filter(([path, content]) => !existsSync(path) || readFileSync(path, 'utf8') !== content);
  for (const [path, content] of changed) writeFileSync(path, content);
  return changed.map(([path]) => path);
}
