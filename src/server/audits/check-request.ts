import { z } from 'zod';
import { instant } from '../../core/inventory/instant.js';
import { severities } from '../../core/policy/severity.js';
import { refuseRepeats, sentFile } from '../platform/http/sent-file.js';

const example = {
  files: [{ path: 'domicile.yaml', content: 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\n' }],
  failOn: 'high',
};

/** Body of `POST /checks`: the files that `domicile check` would be given, and its options. */
export const checkRequest = z
  .strictObject({
    files: z.array(sentFile).min(1, 'is empty; send at least the manifest').max(1000, 'has more than 1000 files; send fewer').describe('manifest (YAML or JSON) and the files it names'),
    packs: z.array(z.string().min(1).max(100)).max(100).optional().describe('ids of policy packs; those the manifest names when absent, else the recommended ones'),
    waivers: z.array(sentFile).max(100).optional().describe('waiver files (YAML)'),
    asOf: instant.optional().describe('instant to judge at; now when absent'),
    failOn: z.enum(severities).optional().describe('least severity of a fail that blocks; high when absent'),
    onUnknown: z.enum(['fail', 'warn']).optional().describe('whether an unknown of that severity blocks; fail when absent'),
  })
  .superRefine(({ files }, context) => {
    refuseRepeats('files', files.map(({ path }) => path), context);
  })
  .meta({ id: 'CheckRequest', example });

export type CheckRequest = z.output<typeof checkRequest>;
