import { randomBytes } from 'node:crypto';

let lastMillisecond = -1;
let counter = 0;

/**
 * RFC 9562 UUID version 7: sorts by the time of its making, and within one millisecond of one process by order of making.
 *
 * @param now milliseconds since 1970 in UTC
 */
export function uuidV7(now: number): string {
  const bytes = randomBytes(16);
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = bytes.readUInt16BE(6) & 0x07ff;
  } else if (++counter > 0x0fff) {
    lastMillisecond++;
    counter = 0;
  }
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8(0x80 | ((bytes[8] ?? 0) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
