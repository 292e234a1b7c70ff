import { z } from 'zod';

/** `right` and `wrong` were seen; `untold` could not be told from what was given. */
export const checkStates = ['right', 'wrong', 'untold'] as const;

export const verificationCheck = z.strictObject({
  check: z.enum(['file', 'signature', 'coverage', 'certificate', 'time-stamp', 'result', 'evidence', 'oscal', 'decisions', 'inputs', 'reproduction', 'statements']),
  state: z.enum(checkStates),
  message: z.string(),
});
export type VerificationCheck = Readonly<z.infer<typeof verificationCheck>>;

export const reportSigner = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  serialNumber: z.string(),
  fingerprint: z.string().describe('SHA-256 of the certificate'),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  algorithm: z.string(),
  claimedAt: z.iso.datetime().nullable().describe('when the signer says they signed'),
  stampedAt: z.iso.datetime().nullable().describe('when a time-stamping authority says the signature existed'),
  stampedBy: z.string().nullable(),
});
export type ReportSigner = Readonly<z.infer<typeof reportSigner>>;

/** What came of checking a report; `domicile verify --format json` and `POST /reports/verify` answer it. */
export const reportVerification = z.strictObject({
  schema: z.literal('domicile/report-verification/1'),
  conclusion: z.enum(['verified', 'failed', 'undecided']),
  report: z.strictObject({ id: z.string(), title: z.string(), digest: z.string(), asOf: z.string().nullable(), conclusion: z.string().nullable().describe('what the audit in the report concludes') }).nullable(),
  signer: reportSigner.nullable(),
  checks: z.array(verificationCheck).readonly(),
});
export type ReportVerification = Readonly<z.infer<typeof reportVerification>>;
