import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** N = 2^15, r = 8, p = 3: 32 MiB and about a third of a second on one core. */
const current = { ln: 15, r: 8, p: 3 };
const form = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** A salted scrypt hash as a PHC string, which carries its own costs. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, 32, current);
  return `$scrypt$ln=${current.ln},r=${current.r},p=${current.p}$${unpadded(salt)}$${unpadded(key)}`;
}

/** Whether the password is the one of the hash. Without a hash it takes as long and says no, so that time does not tell who exists. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [, ln = '', r = '', p = '', salt = '', key = ''] = form.exec(hash ?? '') ?? [];
  if (key === '') {
    await derive(password, Buffer.alloc(16), 32, current);
    return false;
  }
  const expected = Buffer.from(key, 'base64');
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), expected.length, { ln: Number(ln), r: Number(r), p: Number(p) }), expected);
}

function derive(password: string, salt: Buffer, length: number, { ln, r, p }: typeof current): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** ln, r, p, maxmem: 256 * 1024 * 1024 };
  return new Promise((resolve, reject) => scrypt(password.normalize('NFKC'), salt, length, options, (error, key) => (error === null ? resolve(key) : reject(error))));
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
