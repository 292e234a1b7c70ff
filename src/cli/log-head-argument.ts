import { InvalidArgumentError } from 'commander';
import { type LogHead } from '../core/log/verify-log.js';

/** `<sequence>:<SHA-256>`. */
export function logHeadArgument(text: string): LogHead {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (sequence === undefined || hash === undefined) throw new InvalidArgumentError('is not the sequence number and the hash of a head; write 4711:<64 hexadecimal digits>.');
  return { sequence: Number(sequence), hash };
}
