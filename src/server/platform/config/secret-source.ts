import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from './configuration-error.js';
import { Secret } from './secret.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a settings file takes a secret from: it never holds one itself. */
export const secretSource = z.union([
  z.strictObject({ env: z.string().regex(/^(?!DOMICILE_)[A-Za-z_][A-Za-z0-9_]{0,199}$/, 'is no name for a variable of a secret; write one that does not begin with DOMICILE_') }),
  z.strictObject({ file: z.string().min(1).max(1_000).describe('path, relative to this file; read anew at every use') }),
]);

export type SecretSource = z.output<typeof secretSource>;

/** @param folder that paths are relative to */
export function secretOf(source: SecretSource, folder: string, environment: Environment): Secret {
  const from = 'env' in source ? `the variable ${source.env}` : `the file ${source.file}`;
  return new Secret(from, async () => {
    const text = 'env' in source ? environment[source.env] : await readFile(resolve(folder, source.file), 'utf8').catch(() => undefined);
    const value = text?.trim() ?? '';
    if (value === '') throw new ConfigurationError([`takes its secret from ${from}, which is ${text === undefined ? 'not there' : 'empty'}; ${'env' in source ? 'set it' : 'write the secret into it'}`]);
    if (!/^[\x20-\x7e]{1,16384}$/.test(value)) throw new ConfigurationError([`takes its secret from ${from}, which is not one line of ASCII; write the secret alone`]);
    return value;
  });
}
