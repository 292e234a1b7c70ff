import { z } from 'zod';

const base64 = z.string().max(16 * 1024 * 1024).regex(/^[A-Za-z0-9+/]*={0,2}$/, 'not base64');
const certificate = z.object({ rawBytes: base64.min(1) });

/** What is read of a Sigstore bundle (github.com/sigstore/protobuf-specs) that carries an OpenSSF Model Signing statement. */
export const signatureBundle = z.object({
  mediaType: z.string().max(200),
  verificationMaterial: z.object({
    certificate: certificate.optional(),
    x509CertificateChain: z.object({ certificates: z.array(certificate).min(1).max(20) }).optional(),
    publicKey: z.object({ hint: z.string().max(1_000).optional(), rawBytes: base64.optional() }).optional(),
    tlogEntries: z.array(z.unknown()).max(100).optional(),
  }),
  dsseEnvelope: z.object({
    payload: base64.min(1),
    payloadType: z.string().max(200),
    signatures: z.array(z.object({ sig: base64.min(1) })).length(1),
  }),
});
export type SignatureBundle = z.infer<typeof signatureBundle>;
