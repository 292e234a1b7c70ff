import { createHash, randomBytes } from 'node:crypto';

export interface SecretToken {
  /** What its holder presents. */
  readonly text: string;
  /** What is stored: SHA-256, since 256 random bits need no slow hash. */
  readonly digest: Buffer;
}

const form = /^[a-z]{3}_([A-Za-z0-9_-]{22})_[A-Za-z0-9_-]{43}$/;

/** A new secret of an organisation: `<kind>_<organisation>_<256 random bits>`. */
export function mintToken(kind: 'dmc' | 'dms' | 'dml' | 'dmo', organisationId: string): SecretToken {
  const text = `${kind}_${Buffer.from(organisationId.replaceAll('-', ''), 'hex').toString('base64url')}_${randomBytes(32).toString('base64url')}`;
  return { text, digest: tokenDigest(text) };
}

export function tokenDigest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The organisation that a token names; text of another form names none. */
export function organisationOfToken(text: string): string | undefined {
  const organisation = form.exec(text)?.[1];
  if (organisation === undefined) return undefined;
  const hex = Buffer.from(organisation, 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
