import { createHash, type KeyObject, sign } from 'node:crypto';

export interface BundleSpec {
  /** Content by the name in the manifest. */
  readonly files: Readonly<Record<string, string>>;
  readonly key: KeyObject;
  /** `{ publicKey: … }` or `{ x509CertificateChain: … }`. */
  readonly material: unknown;
  readonly ignore?: readonly string[];
  readonly root?: string;
  readonly method?: string;
  readonly digestName?: string;
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** An OpenSSF Model Signing bundle over these files, as JSON text. */
export function buildBundle({ files, key, material, ignore = ['model.sig'], root, method = 'files', digestName = 'sha256' }: BundleSpec): string {
  const resources = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, content]) => ({ name, algorithm: 'sha256', digest: sha256(content) }));
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'model', digest: { sha256: root ?? sha256(Buffer.from(resources.map(({ digest }) => digest).join(''), 'hex')) } }],
    predicateType: 'https://model_signing/signature/v1.0',
    predicate: { serialization: { method, hash_type: digestName, allow_symlinks: false, ignore_paths: ignore }, resources },
  };
  const payload = Buffer.from(JSON.stringify(statement));
  const type = 'application/vnd.in-toto+json';
  const encoded = Buffer.concat([Buffer.from(`DSSEv1 ${type.length} ${type} ${payload.length} `), payload]);
  return JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { ...(material as object), tlogEntries: [] },
    dsseEnvelope: { payload: payload.toString('base64'), payloadType: type, signatures: [{ sig: sign('sha256', encoded, key).toString('base64'), keyid: '' }] },
  });
}
