import { createHash, randomBytes } from 'node:crypto';

const form = /^dmc_([A-Za-z0-9_-]{22})_([A-Za-z0-9_-]{43})$/;

export interface ApiKey {
  readonly text: string;
  readonly digest: Buffer;
}

/** A new key of an organisation: `dmc_<organisation>_<256 random bits>`. */
export function mintApiKey(organisationId: string): ApiKey {
  const text = `dmc_${Buffer.from(organisationId.replaceAll('-', ''), 'hex').toString('base64url')}_${randomBytes(32).toString('base64url')}`;
  return { text, digest: apiKeyDigest(text) };
}

export function apiKeyDigest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The organisation a key names; a key of another form was set by DOMICILE_API_KEY and names none. */
export function organisationOfApiKey(text: string): string | undefined {
  const organisation = form.exec(text)?.[1];
  if (organisation === undefined) return undefined;
  const hex = Buffer.from(organisation, 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
