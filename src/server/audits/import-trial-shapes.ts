import { z } from 'zod';
import { collectionName } from '../platform/http/collection-name.js';
import { keepableText } from '../platform/http/keepable-text.js';
import { refuseRepeats, sentFile } from '../platform/http/sent-file.js';
import { triedVerdict } from './tried-verdict.js';

/** Body of `POST /register/imports/trial`. */
export const importTrialRequest = z
  .strictObject({
    collection: collectionName,
    files: z.array(sentFile).min(1, 'is empty; send a file').max(100, 'has more than 100 files; send fewer').describe('files in any known format'),
    deployment: keepableText.min(1, 'is empty; write the id of a deployment').max(500).describe('id of the deployment that is judged; the register or one of the files has it'),
  })
  .superRefine(({ files }, context) => refuseRepeats('files', files.map(({ path }) => path), context))
  .meta({ id: 'ImportTrialRequest', example: { collection: 'helpdesk', files: [{ path: 'domicile.yaml', content: 'domicile: 1\ndeployments: [{ id: helpdesk, owner: Service }]\n' }], deployment: 'helpdesk' } });

export type ImportTrialRequest = z.output<typeof importTrialRequest>;

export const importTrial = z
  .object({
    revision: z.int().describe('of the register that the files were laid over'),
    asOf: z.iso.datetime(),
    verdicts: z.array(triedVerdict).describe('on the deployment with its flows, its model and the organisation, without waivers'),
  })
  .meta({
    id: 'ImportTrial',
    example: {
      revision: 12,
      asOf: '2026-11-23T12:00:00.000Z',
      verdicts: [{ ruleId: 'TRF-01', title: 'Every transfer has a basis', subject: 'deployment/helpdesk', element: null, outcome: 'unknown', severity: 'critical', message: 'it is not known where data goes', explanation: [], missing: ['deployment.flows'] }],
    },
  });

export type ImportTrial = z.output<typeof importTrial>;
