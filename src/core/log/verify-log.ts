import { type LogEntry } from './log-entry.js';
import { logHash, logStart } from './log-hash.js';

export interface LogHead {
  readonly sequence: number;
  readonly hash: string;
}

export type LogVerification =
  | { readonly state: 'intact'; readonly entries: number; readonly head: LogHead }
  | { readonly state: 'broken'; readonly sequence: number; readonly reason: string };

/**
 * Walks the chain. Edits, deletions, insertions and reorderings break it; entries cut off at the end show only against a head
 * that was kept elsewhere.
 *
 * @param entries in the order in which they were written
 * @param start the head before the first entry, where the log is checked from the middle
 */
export function verifyLog(entries: Iterable<LogEntry>, { start = { sequence: 0, hash: logStart }, head }: { readonly start?: LogHead; readonly head?: LogHead } = {}): LogVerification {
  let last = start;
  let count = 0;
  let seen = head === undefined || same(head, start);
  for (const entry of entries) {
    const reason = faultOf(entry, last);
    if (reason !== undefined) return { state: 'broken', sequence: entry.sequence, reason };
    last = { sequence: entry.sequence, hash: entry.hash };
    if (head?.sequence === entry.sequence) {
      if (!same(head, last)) return { state: 'broken', sequence: entry.sequence, reason: `entry ${entry.sequence} is not the one whose hash was kept; the log was rewritten` };
      seen = true;
    }
    count++;
  }
  if (!seen) return { state: 'broken', sequence: last.sequence, reason: `the log ends at entry ${last.sequence} but reached ${head?.sequence ?? 0} once; entries were cut off` };
  return { state: 'intact', entries: count, head: last };
}

function faultOf(entry: LogEntry, last: LogHead): string | undefined {
  if (entry.sequence !== last.sequence + 1) return `entry ${entry.sequence} follows entry ${last.sequence}; entries were removed, added or moved`;
  if (entry.previous !== last.hash) return `entry ${entry.sequence} does not follow from the one before it; entries were removed, added or moved`;
  if (entry.hash !== logHash(entry)) return `entry ${entry.sequence} was changed after it was written`;
  return undefined;
}

const same = (a: LogHead, b: LogHead): boolean => a.sequence === b.sequence && a.hash === b.hash;
