import { createHash } from 'node:crypto';
import { type LogEntry } from './log-entry.js';

/** What the first entry names as the one before it. */
export const logStart = '0'.repeat(64);

/** SHA-256 over every field of an entry but the hash itself, each as a netstring (`<bytes>:<text>`), so that no two entries read alike. */
export function logHash({ previous, sequence, at, actorKind, actor, action, subject, details }: Omit<LogEntry, 'hash'>): string {
  const text = [previous, String(sequence), at, actorKind, actor, action, subject, details].map((field) => `${new TextEncoder().encode(field).length}:${field}`).join('');
  return createHash('sha256').update(text).digest('hex');
}
