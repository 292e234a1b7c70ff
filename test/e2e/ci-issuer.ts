import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';

/** An issuer on loopback, with real keys and signatures. */
export class Issuer {
  readonly keys: JWK[] = [];
  readonly asked: string[] = [];
  /** The ID token that a job is given for an audience. */
  token: (audience: string) => Promise<string> = () => Promise.reject(new Error('this issuer makes no tokens'));
  /** What it does instead of answering. */
  fault: 'down' | 'elsewhere' | 'endless' | 'redirect' | undefined;
  private server: Server | undefined;

  get address(): string {
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    this.server = createServer(({ url = '' }, answer) => {
      this.asked.push(url);
      if (this.fault === 'down') return answer.writeHead(502).end('bad gateway');
      if (this.fault === 'redirect') return answer.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
      if (this.fault === 'endless') return answer.writeHead(200).end('x'.repeat(300 * 1024));
      if (url.startsWith('/token')) return void this.token(new URL(url, this.address).searchParams.get('audience') ?? '').then((value) => answer.end(JSON.stringify({ value })));
      const keys = this.fault === 'elsewhere' ? 'http://127.0.0.1:1/jwks' : `${this.address}/jwks`;
      answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(url === '/jwks' ? { keys: this.keys } : { issuer: this.address, jwks_uri: keys }));
    }).listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  async addKey(kid: string, alg: 'RS256' | 'ES256'): Promise<CryptoKey> {
    const { publicKey, privateKey } = await generateKeyPair(alg);
    this.keys.push({ ...(await exportJWK(publicKey)), kid, alg, use: 'sig' });
    return privateKey;
  }

  stop(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }
}
