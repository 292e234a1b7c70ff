import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** An answer as it goes over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const ivBytes = 12;
const tagBytes = 16;

/** Bytes that only the text it was sealed with opens: an answer may hold a new key or a sign-in link, which are stored nowhere else. */
export function sealAnswer({ status, headers, body }: Answer, secret: string): Buffer {
  const salt = randomBytes(16);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, salt), iv);
  const head = Buffer.from(JSON.stringify({ status, headers }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  const sealed = Buffer.concat([cipher.update(length), cipher.update(head), cipher.update(body), cipher.final()]);
  return Buffer.concat([salt, iv, cipher.getAuthTag(), sealed]);
}

/** @throws Error where it was sealed with another text, or changed since */
export function openAnswer(bytes: Uint8Array, secret: string): Answer {
  const at = Buffer.from(bytes);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, at.subarray(0, 16)), at.subarray(16, 16 + ivBytes));
  decipher.setAuthTag(at.subarray(16 + ivBytes, 16 + ivBytes + tagBytes));
  const open = Buffer.concat([decipher.update(at.subarray(16 + ivBytes + tagBytes)), decipher.final()]);
  const end = 4 + open.readUInt32BE(0);
  return { ...(JSON.parse(open.subarray(4, end).toString('utf8')) as Pick<Answer, 'status' | 'headers'>), body: open.subarray(end) };
}

function keyOf(secret: string, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, 'kept answer', 32));
}
