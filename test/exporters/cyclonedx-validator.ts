import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';
import * as newerFormats from 'ajv-formats-draft2019';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folder = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema');
const schemaOf = (name: string): object => JSON.parse(readFileSync(join(folder, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object;

/** What the official schema of a version finds wrong with a document; null where nothing is. */
export function cyclonedxValidator(specVersion: '1.5' | '1.6' | '1.7'): (text: string) => readonly unknown[] | null {
  const schemas = Object.fromEntries(['spdx', 'jsf-0.82', ...(specVersion === '1.7' ? ['cryptography-defs'] : [])].map((name) => [`http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`, schemaOf(name)]));
  const ajv = new Ajv({ strict: false, allErrors: true, addUsedSchema: false, schemas });
  formats.default.default(ajv);
  newerFormats.default(ajv);
  const validate = ajv.compile(schemaOf(`bom-${specVersion}`));
  return (text) => (validate(JSON.parse(text)) ? null : (validate.errors ?? []));
}
