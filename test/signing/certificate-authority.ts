import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface IssueOptions {
  readonly kind?: 'rsa:2048' | 'rsa:1024' | 'P-256' | 'P-384';
  /** Lines of an OpenSSL extension file. */
  readonly extensions?: readonly string[];
  /** `YYYYMMDDHHMMSSZ`. */
  readonly from?: string;
  readonly to?: string;
}

export interface Issued {
  readonly key: string;
  readonly certificate: string;
}

/** A certificate authority of OpenSSL in a folder of its own. */
export class CertificateAuthority {
  readonly folder = mkdtempSync(join(tmpdir(), 'domicile-ca-'));
  readonly root = this.path('root.pem');

  constructor(name: string) {
    this.openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', this.path('root.key'), '-out', this.root, '-subj', `/CN=${name}`, '-days', '9000');
    writeFileSync(this.path('ca.cnf'), '[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\nnew_certs_dir=.\nserial=serial\ndefault_md=sha256\npolicy=any\nunique_subject=no\n[any]\ncommonName=supplied\norganizationName=optional\n');
    writeFileSync(this.path('ts.cnf'), '[tsa]\ndefault_tsa=own\n[own]\nserial=stamps\ndefault_policy=1.3.6.1.4.1.99999.1\ndigests=sha256\nsigner_digest=sha256\ness_cert_id_alg=sha256\n');
    writeFileSync(this.path('index.txt'), '');
    writeFileSync(this.path('serial'), '1001\n');
  }

  /** Paths of a key and the certificate issued for it. */
  issue(name: string, { kind = 'rsa:2048', extensions = ['basicConstraints=CA:false', 'keyUsage=digitalSignature,nonRepudiation'], from = '20260101000000Z', to = '20360101000000Z' }: IssueOptions = {}): Issued {
    const [key, request, certificate] = ['key', 'csr', 'pem'].map((ending) => this.path(`${name}.${ending}`)) as [string, string, string];
    const newKey = kind.startsWith('rsa') ? ['-newkey', kind] : ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${kind}`];
    this.openssl('req', ...newKey, '-nodes', '-keyout', key, '-out', request, '-subj', `/O=Nordlicht Versicherung SE/CN=${name}`);
    writeFileSync(this.path(`${name}.ext`), `${extensions.join('\n')}\n`);
    this.openssl('ca', '-batch', '-notext', '-config', this.path('ca.cnf'), '-in', request, '-out', certificate, '-cert', this.root, '-keyfile', this.path('root.key'), '-startdate', from, '-enddate', to, '-extfile', this.path(`${name}.ext`));
    return { key, certificate };
  }

  /** The answer of a time-stamping authority (RFC 3161) with the time of this machine. */
  stamp({ key, certificate }: Issued, request: Uint8Array): Uint8Array {
    writeFileSync(this.path('query.tsq'), request);
    this.openssl('ts', '-reply', '-config', this.path('ts.cnf'), '-queryfile', this.path('query.tsq'), '-signer', certificate, '-inkey', key, '-chain', this.root, '-out', this.path('answer.tsr'));
    return readFileSync(this.path('answer.tsr'));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  openssl(...command: readonly string[]): Buffer {
    return execFileSync('openssl', command, { stdio: ['ignore', 'pipe', 'pipe'], cwd: this.folder });
  }

  read(path: string): { readonly name: string; readonly bytes: Buffer } {
    return { name: path, bytes: readFileSync(path) };
  }
}
