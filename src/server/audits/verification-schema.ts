import { reportVerification } from '../../signing/report-verification.js';

/** What comes of checking a report, as OpenAPI shows it: the contract of `domicile verify --format json`. */
export const verificationSchema = reportVerification.meta({
  id: 'ReportVerification',
  example: {
    schema: 'domicile/report-verification/1',
    conclusion: 'undecided',
    report: { id: 'DOM-2026-11-23-5f1c', title: 'Data sovereignty audit', digest: `sha256:${'5f1c'.repeat(16)}`, asOf: '2026-11-23T00:00:00.000Z', conclusion: 'inconclusive' },
    signer: null,
    checks: [
      { check: 'file', state: 'right', message: 'the file is a report of Domicile' },
      { check: 'signature', state: 'untold', message: 'the report is not signed' },
    ],
  },
});
