import { createLocalJWKSet, type JSONWebKeySet, type JWSHeaderParameters, type FlattenedJWSInput, errors, type CryptoKey } from 'jose';
import { z } from 'zod';

const milliseconds = 5000;
const largest = 256 * 1024;
const goodFor = 10 * 60 * 1000;
/** Least time between two questions for a key that an issuer's set did not have. */
const pause = 30 * 1000;
/** How long an issuer that failed is left alone. */
const failurePause = 5 * 1000;
const mostIssuers = 100;

const configuration = z.looseObject({ issuer: z.string(), jwks_uri: z.string() });
const keySet = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });

/** Why an issuer's keys could not be had. */
export class IssuerFault extends Error {}

type Resolve = ReturnType<typeof createLocalJWKSet>;

interface AskedKeys {
  readonly keys: Promise<Resolve>;
  /** When they were asked for, in milliseconds. */
  readonly since: number;
  failed: boolean;
}

/** Public keys of issuers, asked from the issuers themselves and kept for minutes; many questions at once are one. */
export class IssuerKeys {
  private readonly asked = new Map<string, AskedKeys>();

  constructor(private readonly now: () => number) {}

  /** The key a token names. @throws IssuerFault where the issuer does not answer as one does, errors.JWKSNoMatchingKey where it has no such key */
  async keyOf(issuer: string, header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    const { keys, since } = this.of(issuer, goodFor);
    try {
      return await (await keys)(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || this.now() - since < pause) throw error;
      return (await this.of(issuer, pause).keys)(header, token);
    }
  }

  private of(issuer: string, age: number): AskedKeys {
    const known = this.asked.get(issuer);
    if (known !== undefined && this.now() - known.since < (known.failed ? failurePause : age)) return known;
    if (this.asked.size >= mostIssuers) this.asked.clear();
    const fresh: AskedKeys = { keys: ask(issuer).then(createLocalJWKSet), since: this.now(), failed: false };
    fresh.keys.catch(() => (fresh.failed = true));
    this.asked.set(issuer, fresh);
    return fresh;
  }
}

async function ask(issuer: string): Promise<JSONWebKeySet> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const { issuer: named, jwks_uri: keys } = shaped(configuration, await read(address), address);
  if (named !== issuer) throw new IssuerFault(`${address} names another issuer`);
  if (!URL.canParse(keys) || new URL(keys).origin !== new URL(issuer).origin) throw new IssuerFault(`${address} names keys on another host`);
  return shaped(keySet, await read(keys), keys);
}

function shaped<Shape>(schema: z.ZodType<Shape>, text: string, address: string): Shape {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new IssuerFault(`${address} does not answer with what it should`, { cause: error });
  }
}

/** Text of an answer: within seconds, of no great size, from the address itself. */
async function read(address: string): Promise<string> {
  try {
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(milliseconds), headers: { accept: 'application/json', 'user-agent': 'domicile' } });
    if (answer.status !== 200 || answer.body === null) throw new IssuerFault(`${address} answers ${answer.status}`);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > largest) throw new IssuerFault(`${address} answers with more than ${largest} bytes`);
      parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
  } catch (error) {
    throw error instanceof IssuerFault ? error : new IssuerFault(`${address} cannot be reached`, { cause: error });
  }
}
