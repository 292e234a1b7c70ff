import { z } from 'zod';
import { type LogEntry } from '../core/log/log-entry.js';
import { type LogHead, verifyLog } from '../core/log/verify-log.js';
import { readLines } from '../files/read-lines.js';
import { type CommandOutput } from './command-output.js';
import { printable } from './printable.js';
import { UsageError } from './usage-error.js';

export interface LogVerifyOptions {
  readonly file: string;
  /** End that the log had once, as it was kept elsewhere. */
  readonly head?: LogHead;
  readonly format: 'text' | 'json';
}

export const logHelp = `
Examples:
  $ curl -s "$URL/api/v1/log/export" -H "authorization: Bearer $KEY" > audit-log.ndjson
  $ domicile log verify audit-log.ndjson
  $ domicile log verify audit-log.ndjson --head 4711:5f1c…   # as a page of the log told it once; shows a cut-off end

Exit code: 0 intact · 1 changed after it was written · 2 could not be run · 3 empty, and no head to tell whether it may be.`;

const entrySchema: z.ZodType<LogEntry> = z.strictObject({ sequence: z.int().positive(), at: z.string(), actorKind: z.string(), actor: z.string(), action: z.string(), subject: z.string(), details: z.string(), previous: z.string(), hash: z.string() });

/** `domicile log verify`. */
export function logVerify({ file, head, format }: LogVerifyOptions): CommandOutput {
  const verification = verifyLog(entriesOf(file), head === undefined ? {} : { head });
  const empty = verification.state === 'intact' && verification.entries === 0 && head === undefined;
  const exitCode = verification.state === 'broken' ? 1 : empty ? 3 : 0;
  if (format === 'json') return { stdout: `${JSON.stringify(verification)}\n`, stderr: '', exitCode };
  const sentence =
    verification.state === 'broken'
      ? `BROKEN: ${verification.reason}`
      : empty
        ? 'no entries; give --head to tell whether there should be'
        : `intact: ${verification.entries} entries, head ${verification.head.sequence}:${verification.head.hash}${head === undefined ? '; entries cut off at the end would not show without --head' : ''}`;
  return { stdout: `${printable(`${file}: ${sentence}`)}\n`, stderr: '', exitCode };
}

function* entriesOf(file: string): Generator<LogEntry> {
  let line = 0;
  for (const text of readLines(file)) {
    line++;
    if (text.trim() === '') continue;
    const read = entrySchema.safeParse(parsed(text));
    if (!read.success) throw new UsageError(`${file}:${line}: is no entry of an audit log; give what GET /api/v1/log/export answered`);
    yield read.data;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
