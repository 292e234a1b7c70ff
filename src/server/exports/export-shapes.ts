import { z } from 'zod';
import { exportedLists, type ExportedListName } from './exported-lists.js';

export const listName = z.enum(Object.keys(exportedLists) as [ExportedListName, ...ExportedListName[]], 'is no list that can be exported');

/** The parameters of the list itself go on to it, but for those that page. */
export const listExport = z.looseObject({ format: z.enum(['csv', 'xlsx'], 'is no format of a table; write csv or xlsx').default('csv') });

export type ListExport = z.output<typeof listExport>;
