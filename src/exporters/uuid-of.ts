import { createHash } from 'node:crypto';

/** The namespace under which every UUID of an export is made; drawn once, and never to be changed. */
const namespace = Buffer.from('8f1b0c5c2f5a5d0e9a7c6d1b3e4f5a60', 'hex');

/** A UUID of version 5 (RFC 9562): the same parts give the same UUID in every run. No part is confused with two others. */
export function uuidOf(...parts: readonly string[]): string {
  const bytes = createHash('sha1').update(namespace).update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
