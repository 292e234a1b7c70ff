import { readFile } from 'node:fs/promises';
import { type z } from 'zod';
import { type Problem } from '../../../core/inventory/problem.js';
import { readYaml } from '../../../importers/read-yaml.js';
import { schemaProblems } from '../../../importers/schema-problems.js';
import { ConfigurationError } from './configuration-error.js';

export interface SettingsFile<T> {
  /** The variable that names the file. */
  readonly setting: string;
  readonly path: string;
  readonly schema: z.ZodType<T>;
  /** What the least of such a file would say. */
  readonly least: string;
}

/** @throws ConfigurationError with every complaint, each with its line */
export async function readSettingsFile<T>({ setting, path, schema, least }: SettingsFile<T>): Promise<T> {
  const complaintOf = ({ file, line, message }: Problem): string => `${setting}: ${file}${line === undefined ? '' : `:${line}`}: ${message}`;
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) throw new ConfigurationError([`${setting}: '${path}' cannot be read; write the path of a file like: ${least}`]);
  const { documents, problems } = readYaml(path, bytes);
  const document = documents[0];
  if (problems.length > 0 || document === undefined) throw new ConfigurationError(problems.length > 0 ? problems.map(complaintOf) : [`${setting}: '${path}' is empty; write '${least}' at least`]);
  const checked = schema.safeParse(document.value);
  if (!checked.success) throw new ConfigurationError(schemaProblems(path, document, [], schema, checked.error).map(complaintOf));
  return checked.data;
}
