import { z } from 'zod';
import { collectionName } from '../platform/http/collection-name.js';
import { plainText } from '../platform/http/plain-text.js';
import { refuseRepeats, relativePath, sentFile } from '../platform/http/sent-file.js';

export const reason = plainText(1000).describe('why, for the history of every record that changes');

const sentWorkbook = z.strictObject({ path: relativePath.regex(/\.xlsx$/i, 'is no name of a workbook; write one that ends with .xlsx'), workbook: z.base64('is not base64; encode the bytes of the workbook').describe('an Excel workbook in base64; each sheet becomes a table, register.xlsx/deployments.csv, and takes the place of what the workbook held before') });

/** Body of `POST /register/imports`. */
export const importRequest = z
  .strictObject({
    collection: collectionName,
    files: z.array(z.union([sentFile, sentWorkbook], 'is no file; write path and content, or path and workbook')).max(1000, 'has more than 1000 files; send fewer').default([]).describe('files in any known format, new or in a new state; those of the collection that are not named stay as they are'),
    withdraw: z.array(relativePath).max(1000).default([]).describe('files or folders of the collection that are to leave it, with all they state'),
    reason,
    expects: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'is no digest; write the one of the preview').optional().describe('digest of the preview that is to be applied; without it nothing is changed'),
  })
  .superRefine(({ files, withdraw }, context) => {
    refuseRepeats('files', files.map(({ path }) => path), context);
    if (files.length + withdraw.length === 0) context.addIssue({ code: 'custom', path: ['files'], message: 'is empty, and nothing is withdrawn; send a file or name one to withdraw' });
    files.forEach(({ path }, index) => {
      const workbook = files.find((file) => 'workbook' in file && path.startsWith(`${file.path}/`));
      if (workbook !== undefined) context.addIssue({ code: 'custom', path: ['files', index, 'path'], message: `'${path}' lies within the workbook '${workbook.path}', whose sheets stand there; give it another path` });
    });
    withdraw.forEach((path, index) => {
      if (files.some((file) => file.path === path)) context.addIssue({ code: 'custom', path: ['withdraw', index], message: `'${path}' is sent and withdrawn; do one of both` });
    });
  })
  .meta({ id: 'ImportRequest', example: { collection: 'claims-service', files: [{ path: 'domicile.yaml', content: 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\n' }], reason: 'first state of the claims service' } });

export type ImportRequest = z.output<typeof importRequest>;

const changedField = z.object({ pointer: z.string(), before: z.unknown().optional(), after: z.unknown().optional() });
export const importProblem = z.object({ file: z.string(), line: z.int().optional(), column: z.int().optional(), code: z.string(), message: z.string(), level: z.literal('warning').optional().describe('absent for an error, which keeps an import from being applied') });

export const importView = z
  .object({
    applied: z.boolean(),
    revision: z.int().describe('of the register, before a preview and after an import'),
    digest: z.string().describe('of the changes; send it as `expects` to apply exactly these'),
    counts: z.object({ added: z.int(), changed: z.int(), moved: z.int(), retired: z.int(), unchanged: z.int() }),
    changes: z
      .array(z.object({ key: z.string(), what: z.enum(['added', 'changed', 'moved', 'retired']), value: z.record(z.string(), z.unknown()), fields: z.array(changedField), disputed: z.array(z.string()).describe('fields on which sources contradict each other then') }))
      .describe('the first thousand; `moved` says the same at another place'),
    problems: z.array(importProblem),
  })
  .meta({
    id: 'Import',
    example: {
      applied: false,
      revision: 12,
      digest: 'sha256:5f1c…',
      counts: { added: 1, changed: 0, moved: 0, retired: 0, unchanged: 0 },
      changes: [{ key: 'organisation/acme', what: 'added', value: { name: 'Acme GmbH', seat: 'DE' }, fields: [{ pointer: '/seat', after: 'DE' }], disputed: [] }],
      problems: [],
    },
  });

export type ImportView = z.output<typeof importView>;
