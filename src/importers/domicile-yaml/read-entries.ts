import { type z } from 'zod';
import { type Problem } from '../../core/inventory/problem.js';
import { type ParsedDocument } from '../parsed-document.js';
import { schemaProblems } from '../schema-problems.js';

export interface ReadEntry {
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: readonly (string | number)[];
}

/** The valid entries of one list of a manifest; every other entry leaves problems. */
export function readEntries(file: string, document: ParsedDocument, section: string, element: z.ZodType, maximum: number, problems: Problem[]): ReadEntry[] {
  const list = (document.value as Readonly<Record<string, unknown>>)[section];
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) {
    problems.push({ file, ...document.placeOf([section]), code: 'wrong-type', message: `'${section}' is not a list; begin each entry with a dash` });
    return [];
  }
  if (list.length > maximum) {
    problems.push({ file, ...document.placeOf([section]), code: 'too-many', message: `'${section}' has ${list.length} entries, more than ${maximum}; split the file` });
    return [];
  }
  const entries: ReadEntry[] = [];
  list.forEach((item: unknown, index) => {
    const checked = element.safeParse(item);
    if (checked.success) entries.push({ value: checked.data as ReadEntry['value'], path: [section, index] });
    else problems.push(...schemaProblems(file, document, [section, index], element, checked.error));
  });
  return entries;
}
