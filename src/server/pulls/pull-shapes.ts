import { z } from 'zod';
import { pageLimit } from '../platform/http/page-limit.js';
import { sentFile } from '../platform/http/sent-file.js';
import { pullReport, pullReportExample } from './pull-report.js';

const example = { id: '01990000-0000-7000-8000-000000000008', connection: 'gateway', pulledAt: '2026-11-23T12:00:01.000Z', complete: true, contentDigest: pullReportExample.contentDigest, files: 1, gaps: 0, address: '/api/v1/pulls/gateway/results/01990000-0000-7000-8000-000000000008' };

export const pullSummary = z
  .object({
    id: z.uuid(),
    connection: z.string(),
    pulledAt: z.iso.datetime(),
    complete: z.boolean().describe('whether everything in scope was read; what was not is unknown'),
    contentDigest: z.string().describe('the same for the same content, whenever it was pulled'),
    files: z.int(),
    gaps: z.int(),
    address: z.string(),
  })
  .meta({ id: 'PullSummary', example });

export type PullSummary = z.output<typeof pullSummary>;

export const connectionList = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        system: pullReport.shape.system,
        url: z.string(),
        signsIn: z.boolean().describe('whether it has a credential; the credential itself is never told'),
        scope: z.record(z.string(), z.unknown()).describe('what it limits a pull to'),
        last: pullSummary.nullable().describe('the last pull that was kept'),
      }),
    ),
  })
  .meta({ id: 'ConnectionList', example: { items: [{ name: 'gateway', system: 'litellm', url: pullReportExample.url, signsIn: true, scope: {}, last: example }] } });

export type ConnectionList = z.output<typeof connectionList>;

export const pullPage = z.object({ items: z.array(pullSummary), next: z.uuid().nullable().describe('`after` of the next page') }).meta({ id: 'PullPage', example: { items: [example], next: null } });

export type PullPage = z.output<typeof pullPage>;

/** Query of the list of pulls; newest first. */
export const pullQuery = z.strictObject({
  after: z.uuid('is not the id of a pull; write `next` of the page before').optional(),
  limit: pageLimit(200, 50),
});

export type PullQuery = z.output<typeof pullQuery>;

/** What a pull brought: `files` can be sent as they stand to POST /checks and POST /register/imports. */
export const pullResult = z.object({ id: z.uuid(), report: pullReport, files: z.array(sentFile).describe('with the report among them as pull.json, so that a gap is a problem wherever they are read') }).meta({ id: 'PullResult', example: { id: example.id, report: pullReportExample, files: [{ path: 'litellm.yaml', content: 'model_list: [{ model_name: chat }]\n' }] } });
