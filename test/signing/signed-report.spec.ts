import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { type AuditResult } from '../../src/core/audit/audit-result.js';
import { audit } from '../../src/core/audit/audit.js';
import { engineName } from '../../src/core/audit/engine-name.js';
import { decideCase } from '../../src/core/decision/record/decide-case.js';
import { decide } from '../../src/core/decision/record/decide.js';
import { defaultGate } from '../../src/core/audit/gate.js';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { type ReportInput } from '../../src/core/report/report-input.js';
import { jsonExporter } from '../../src/exporters/json/json.exporter.js';
import { oscalExporter } from '../../src/exporters/oscal/oscal.exporter.js';
import { readCertificates } from '../../src/signing/read-certificates.js';
import { readSigner } from '../../src/signing/read-signer.js';
import { type ReportVerification } from '../../src/signing/report-verification.js';
import { signReport } from '../../src/signing/sign-report.js';
import { type SignatureTrust } from '../../src/signing/signature-trust.js';
import { type Signer } from '../../src/signing/signer.js';
import { type Reproduction, verifyReport } from '../../src/signing/verify-report.js';
import { exampleFragments } from '../factories/example-fragments.js';
import { rulebook } from '../factories/rulebook.js';
import { lintPdf } from '../pdf/lint/lint-pdf.js';
import { sampleReport } from '../pdf/sample-report.js';
import { sampleReportInput } from '../pdf/sample-report-input.js';
import { CertificateAuthority, type Issued, type IssueOptions } from './certificate-authority.js';

jest.setTimeout(120_000);

const authority = new CertificateAuthority('Nordlicht Root');
const strangers = new CertificateAuthority('Root of strangers');
const at = new Date('2026-11-28T12:00:00Z');

let result: AuditResult;
let exported: Pick<ReportInput, 'result' | 'snapshot' | 'resultBytes' | 'oscalBytes'>;
let report: Uint8Array;
let signer: Signer;
let signed: Uint8Array;
beforeAll(async () => {
  const snapshot = assembleSnapshot(await exampleFragments(), '2026-11-23T00:00:00.000Z');
  result = audit({ ...(await rulebook()), snapshot, waivers: [], gate: defaultGate, problems: [] });
  exported = { result, snapshot, resultBytes: new TextEncoder().encode(jsonExporter.export(result)), oscalBytes: new TextEncoder().encode(oscalExporter.export(result)) };
  report = (await sampleReport(exported, 'board-brief')).pdf;
  signer = await signerOf(authority.issue('Audit Office'));
  signed = await signReport(report, { signer, at });
});

const signerOf = ({ key, certificate }: Issued): Promise<Signer> => readSigner({ key: authority.read(key), certificates: authority.read(certificate) });
const signerFor = (name: string, options: IssueOptions, by = authority): Promise<Signer> => signerOf(by.issue(name, options));
const rootsOf = (by: CertificateAuthority) => readCertificates(by.read(by.root).bytes, by.root);
const trusting = (change: Partial<SignatureTrust> = {}): SignatureTrust => ({ roots: rootsOf(authority), stampRoots: [], asOf: new Date('2026-12-01T00:00:00Z'), ...change });
const stateOf = ({ checks }: ReportVerification, check: string): string | undefined => checks.find((one) => one.check === check)?.state;
const asFile = (bytes: Uint8Array): string => {
  const path = authority.path('report.pdf');
  writeFileSync(path, bytes);
  return path;
};
const pdfsig = (bytes: Uint8Array): string => execFileSync('pdfsig', [asFile(bytes)], { encoding: 'utf8' });
const byteAt = (bytes: Uint8Array, index: number): Uint8Array => bytes.map((byte, at) => (at === index ? byte ^ 1 : byte));

describe('a signed report', () => {
  it.each(['rsa:2048', 'P-256', 'P-384'] as const)('is valid to other programs and breaks no standard: %s', async (kind) => {
    const bytes = await signReport(report, { signer: await signerFor(`Office ${kind.replace(':', '')}`, { kind }), at });
    expect(pdfsig(bytes)).toMatch(/Signature is Valid/);
    expect(pdfsig(bytes)).toMatch(/Total document signed/);
    execFileSync('qpdf', ['--check', asFile(bytes)]);
    expect(await lintPdf(bytes)).toEqual([]);
    expect(Buffer.from(bytes.subarray(0, report.length))).toEqual(Buffer.from(report));
    expect((await verifyReport(bytes, trusting())).conclusion).toBe('verified');
  });

  it('says who signed, when and how', async () => {
    const { signer: who, report: what } = await verifyReport(signed, trusting());
    expect(who).toMatchObject({ subject: 'CN=Audit Office, O=Nordlicht Versicherung SE', issuer: 'CN=Nordlicht Root', algorithm: 'RSA 2048 with SHA-256', claimedAt: at.toISOString(), stampedAt: null });
    expect(what).toMatchObject({ conclusion: 'non-conforming', asOf: result.asOf });
  });

  it('is the same each time it is signed with RSA, and is refused a second signature', async () => {
    expect(Buffer.from(await signReport(report, { signer, at })).equals(Buffer.from(signed))).toBe(true);
    await expect(signReport(signed, { signer, at })).rejects.toThrow(/signed already/);
  });

  it('fails where any byte was changed, here and with pdfsig', async () => {
    const places = Array.from({ length: 60 }, (_, index) => Math.floor(((index + 0.5) * signed.length) / 60));
    for (const place of places) {
      const { conclusion } = await verifyReport(byteAt(signed, place), trusting());
      if (conclusion !== 'failed') throw new Error(`a change of byte ${place} went unnoticed: ${conclusion}`);
    }
    expect(pdfsig(byteAt(signed, 20_000))).toMatch(/Digest Mismatch/);
  });

  it('fails where something follows what was signed', async () => {
    const longer = Buffer.concat([signed, Buffer.from('\n% and more\n')]);
    const document = await PDFDocument.load(signed, { updateMetadata: false, forIncrementalUpdate: true });
    const snapshot = document.takeSnapshot();
    document.catalog.set(PDFName.of('Lang'), PDFHexString.fromText('de'));
    const updated = Buffer.concat([signed, await document.saveIncremental(snapshot, { useObjectStreams: false })]);
    for (const bytes of [longer, updated]) {
      const verification = await verifyReport(bytes, trusting());
      expect(verification.conclusion).toBe('failed');
      expect(verification.checks).toContainEqual(expect.objectContaining({ check: 'coverage', state: 'wrong', message: expect.stringMatching(/goes on for \d+ bytes after what was signed/) }));
    }
  });

  it('fails where a gap in what is signed holds more than the signature', async () => {
    const text = Buffer.from(signed).toString('latin1');
    const [range = '', from = '', to = '', rest = ''] = /\[ 0 (\d+) (\d+) (\d+) \] */.exec(text) ?? [];
    const wider = text.replace(range, `[ 0 ${Number(from) - 2} ${to} ${rest} ]`.padEnd(range.length));
    const verification = await verifyReport(Buffer.from(wider, 'latin1'), trusting());
    expect(stateOf(verification, 'coverage')).toBe('wrong');
    expect(verification.conclusion).toBe('failed');
  });

  it('is undecided while nobody vouches for the signer, and fails where the root is another', async () => {
    expect((await verifyReport(signed, trusting({ roots: [] }))).conclusion).toBe('undecided');
    expect((await verifyReport(signed, trusting({ roots: rootsOf(strangers) }))).conclusion).toBe('failed');
  });

  it('is undecided once the certificate has expired, unless a trusted time-stamp says that it was signed before', async () => {
    const stamper = authority.issue('Clock', { extensions: ['basicConstraints=CA:false', 'keyUsage=digitalSignature', 'extendedKeyUsage=critical,timeStamping'] });
    const stamp = (request: Uint8Array): Promise<Uint8Array> => Promise.resolve(authority.stamp(stamper, request));
    const stamped = await signReport(report, { signer, at, stamp });
    const later = { asOf: new Date('2040-01-01T00:00:00Z') };
    const unstamped = await verifyReport(signed, trusting(later));
    expect([unstamped.conclusion, stateOf(unstamped, 'certificate')]).toEqual(['undecided', 'untold']);
    const verification = await verifyReport(stamped, trusting(later));
    expect([verification.conclusion, stateOf(verification, 'time-stamp'), verification.signer?.stampedBy]).toEqual(['verified', 'right', 'CN=Clock, O=Nordlicht Versicherung SE']);
    const distrusted = await verifyReport(stamped, trusting({ ...later, stampRoots: rootsOf(strangers) }));
    expect([distrusted.conclusion, stateOf(distrusted, 'time-stamp')]).toEqual(['undecided', 'untold']);
    expect(pdfsig(stamped)).toMatch(/Signature is Valid/);
    expect(await lintPdf(stamped)).toEqual([]);
  });

  it('carries no time-stamp of something else, of a wrong authority, or none', async () => {
    const signerOnly = authority.issue('No clock', { extensions: ['basicConstraints=CA:false', 'keyUsage=digitalSignature', 'extendedKeyUsage=critical,timeStamping'] });
    const first: { bytes: Uint8Array } = { bytes: new Uint8Array() };
    await signReport(report, { signer, at, stamp: (request) => Promise.resolve((first.bytes = authority.stamp(signerOnly, request))) });
    const other = await signerFor('Other office', {});
    await expect(signReport(report, { signer: other, at, stamp: () => Promise.resolve(first.bytes) })).rejects.toThrow(/time-stamp of something else/);
    await expect(signReport(report, { signer, at, stamp: () => Promise.resolve(Buffer.from('<html>')) })).rejects.toThrow(/no time-stamp/);
  });

  it('fails where the certificate is of a trusted root and not meant for signatures', async () => {
    const server = await signReport(report, { signer: await signerFor('Web server', { extensions: ['basicConstraints=CA:false', 'keyUsage=keyEncipherment'] }), at });
    expect((await verifyReport(server, trusting())).checks).toContainEqual({ check: 'certificate', state: 'wrong', message: expect.stringMatching(/Web server.* is not meant for signatures \(key usage\)/) });
    const silent = await signReport(report, { signer: await signerFor('Says nothing', { extensions: ['basicConstraints=CA:false'] }), at });
    expect((await verifyReport(silent, trusting())).conclusion).toBe('verified');
  });

  it('fails where the certificate was not yet valid, or stands below one that may not issue', async () => {
    const early = await signReport(report, { signer: await signerFor('Early', { from: '20350101000000Z' }), at });
    expect((await verifyReport(early, trusting())).conclusion).toBe('failed');
    const leaf = new CertificateAuthority('unused');
    const middle = authority.issue('Middle');
    leaf.openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', leaf.path('leaf.key'), '-out', leaf.path('leaf.csr'), '-subj', '/CN=Leaf');
    leaf.openssl('x509', '-req', '-in', leaf.path('leaf.csr'), '-CA', middle.certificate, '-CAkey', middle.key, '-CAcreateserial', '-days', '900', '-out', leaf.path('leaf.pem'));
    const below = await readSigner({ key: leaf.read(leaf.path('leaf.key')), certificates: { name: 'chain', bytes: Buffer.concat([leaf.read(leaf.path('leaf.pem')).bytes, leaf.read(middle.certificate).bytes]) } });
    const verification = await verifyReport(await signReport(report, { signer: { ...below, chain: readCertificates(leaf.read(middle.certificate).bytes, 'middle') }, at }), trusting());
    expect(verification.checks).toContainEqual(expect.objectContaining({ check: 'certificate', state: 'wrong', message: expect.stringMatching(/may not issue|does not lead/) }));
  });
});

describe('a report checked against its inputs', () => {
  const again = (change: Partial<Reproduction> = {}): Reproduction => ({ result, resultBytes: exported.resultBytes, pdf: report, statementsGiven: true, ...change });
  const reproducing = (change?: Partial<Reproduction>) => () => Promise.resolve(again(change));

  it('is verified without a signature where it is printed again byte for byte', async () => {
    expect((await verifyReport(report, trusting(), reproducing())).conclusion).toBe('verified');
    expect((await verifyReport(report, trusting())).conclusion).toBe('undecided');
  });

  it('is verified with a signature of nobody known where all but the signature is printed again', async () => {
    const verification = await verifyReport(signed, trusting({ roots: [] }), reproducing());
    expect([verification.conclusion, stateOf(verification, 'reproduction')]).toEqual(['verified', 'right']);
  });

  it('is undecided where people state something in it that only they can vouch for', async () => {
    const verification = await verifyReport(report, trusting(), reproducing({ statementsGiven: false }));
    const states = stateOf(verification, 'statements');
    expect([states, verification.conclusion]).toEqual(['untold', 'undecided']);
  });

  it('fails where it is printed otherwise, signed by a trusted signer or not', async () => {
    const other = (await sampleReport({ ...exported, meta: { ...sampleReportInput().meta, title: 'Another' } }, 'board-brief')).pdf;
    for (const bytes of [report, signed]) expect(stateOf(await verifyReport(bytes, trusting(), reproducing({ pdf: other })), 'reproduction')).toBe('wrong');
    expect((await verifyReport(signed, trusting(), reproducing({ pdf: other }))).conclusion).toBe('failed');
  });

  it('fails where the inputs give another result by the same rules, and is undecided where the rules are others', async () => {
    const resultBytes = Buffer.from('{}');
    const other = `sha256:${'0'.repeat(64)}`;
    const checkOf = async (change: Partial<AuditResult>) => {
      const { checks, conclusion } = await verifyReport(report, trusting(), reproducing({ result: { ...result, ...change }, resultBytes }));
      return [conclusion, checks.find(({ check }) => check === 'inputs')?.message];
    };
    expect(await checkOf({ digests: { ...result.digests, snapshot: other } })).toEqual(['failed', 'the inputs give another audit result: of another inventory']);
    expect(await checkOf({})).toEqual(['failed', expect.stringMatching(/with other options such as waivers/)]);
    expect(await checkOf({ digests: { ...result.digests, facts: other }, engine: 'domicile/9' })).toEqual(['undecided', expect.stringMatching(/made with other facts, engine \(domicile\/0\.1\.0 then, domicile\/9 now\)/)]);
  });
});

describe('a decision in a report', () => {
  const withDecision = async (change: object): Promise<ReportVerification> => {
    const decided = decide(decideCase.parse(parse(readFileSync('examples/decisions/open-wins.yaml', 'utf8'))), { engine: engineName, whatIf: false });
    if (decided.kind !== 'decided') throw new Error('the example is not decided');
    const { pdf } = await sampleReport({ ...exported, decisions: [{ ...decided.record, ...change }] }, 'board-brief');
    return verifyReport(pdf, trusting(), () => Promise.resolve({ result, resultBytes: exported.resultBytes, pdf, statementsGiven: true }));
  };

  it('is computed again from its approved inputs', async () => {
    const verification = await withDecision({});
    expect([verification.conclusion, stateOf(verification, 'decisions')]).toEqual(['verified', 'right']);
  });

  it('that says otherwise than its inputs fails', async () => {
    const verification = await withDecision({ confirmation: 'approved by everybody' });
    expect([verification.conclusion, stateOf(verification, 'decisions')]).toEqual(['failed', 'wrong']);
  });

  it('that names another engine is not verified by printing it again', async () => {
    const verification = await withDecision({ confirmation: 'approved by everybody', engine: 'domicile/9' });
    expect([verification.conclusion, stateOf(verification, 'decisions'), stateOf(verification, 'reproduction')]).toEqual(['undecided', 'untold', 'right']);
  });
});

describe('a file that is no report', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('hello')],
    ['a header alone', Buffer.from('%PDF-1.7\n')],
    ['half a report', undefined],
  ])('fails with a reason: %s', async (_, bytes) => {
    const verification = await verifyReport(bytes ?? report.subarray(0, report.length / 2), trusting());
    expect(verification.conclusion).toBe('failed');
    expect(verification.checks.some(({ state, message }) => state === 'wrong' && message.length > 20)).toBe(true);
  });

  it('fails where the result was exchanged', async () => {
    const document = await PDFDocument.load(report, { updateMetadata: false });
    for (const [reference, object] of document.context.enumerateIndirectObjects()) {
      if (/\/EmbeddedFile\b/.test(String(object))) document.context.assign(reference, document.context.stream('{"schema":"domicile/audit-result/1"}', { Type: 'EmbeddedFile' }));
    }
    const verification = await verifyReport(await document.save({ useObjectStreams: false }), trusting());
    expect([verification.conclusion, stateOf(verification, 'result')]).toEqual(['failed', 'wrong']);
  });
});
