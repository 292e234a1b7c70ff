import { z } from 'zod';

const text = z.string();
const digest = text.describe('SHA-256 in hexadecimal');

export const pulledFileView = z.object({
  path: text,
  sha256: digest,
  bytes: z.int(),
  url: text.describe('where it was read, without credential'),
  pulledAt: z.iso.datetime(),
  etag: text.optional().describe('how the system names this state of it'),
  revision: text.optional().describe('how the system names this version of it'),
});

export const pullGapView = z.object({
  code: text.describe('stable word for machines'),
  what: text.describe('what is unknown; it is not absent'),
  message: text,
  tolerated: z.boolean().describe('the connection says that this gap does not stop a check'),
});

export const pullReportExample = {
  domicilePull: 1,
  connection: 'gateway',
  system: 'litellm',
  url: 'https://litellm.example.org',
  scope: {},
  startedAt: '2026-11-23T12:00:00.000Z',
  endedAt: '2026-11-23T12:00:01.000Z',
  complete: true,
  contentDigest: '5f1c'.repeat(16),
  files: [{ path: 'litellm.yaml', sha256: '77ab'.repeat(16), bytes: 57, url: 'https://litellm.example.org/model/info', pulledAt: '2026-11-23T12:00:01.000Z' }],
  gaps: [],
  passedOver: { count: 0, first: [] },
};

/** What `pull.json` says: where everything came from, and what is unknown. */
export const pullReport = z
  .object({
    domicilePull: z.literal(1),
    connection: text,
    system: z.enum(['mlflow', 'kubernetes', 'litellm', 'hugging-face']),
    url: text,
    scope: z.record(z.string(), z.unknown()).describe('what the connection limits the pull to'),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime(),
    complete: z.boolean().describe('whether everything in scope was read'),
    contentDigest: digest.describe('SHA-256 over the paths and digests of the files: the same for the same content, whenever it was pulled'),
    files: z.array(pulledFileView),
    gaps: z.array(pullGapView),
    passedOver: z.object({ count: z.int(), first: z.array(text) }).describe('what was read and concerns no model, as far as the importers see'),
  })
  .meta({ id: 'PullReport', example: pullReportExample });

export type PullReport = z.output<typeof pullReport>;

/** Name of the report among the files of a pull. */
export const reportPath = 'pull.json';
