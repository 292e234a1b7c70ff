import { createHash } from 'node:crypto';

/** SHA-256 as digests are written everywhere: `sha256:` and hexadecimal. */
export function digestOf(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
