import { hash } from 'node:crypto';

/** SHA-256 of text (as UTF-8) or bytes, in 64 lower-case hexadecimal digits. */
export function sha256Of(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}
