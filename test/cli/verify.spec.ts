import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createHash } from 'node:crypto';
import { reportVerification, type ReportVerification } from '../../src/signing/report-verification.js';
import { CertificateAuthority } from '../signing/certificate-authority.js';
import { folderWith, repository, runDomicile } from './run-domicile.js';

const example = 'examples/nordlicht';
const about = `${example}/report/about.yaml`;
const authority = new CertificateAuthority('Nordlicht Root');
const office = authority.issue('Audit Office');
const folder = folderWith();
const unsigned = join(folder, 'unsigned.pdf');
const signed = join(folder, 'signed.pdf');
const make = ['--as-of', '2026-11-23', '--template', 'board-brief'];

beforeAll(() => {
  expect(runDomicile(['report', example, '-o', unsigned, ...make, '--decision', 'examples/decisions/open-wins.yaml']).stderr).toBe('');
  const { code, stdout } = runDomicile(['report', example, '-o', signed, ...make, '--about', about, '--sign', office.key, '--cert', office.certificate]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/, signed by Audit Office\n$/)]);
});

function verify(...args: readonly string[]): { readonly code: number | null; readonly verification: ReportVerification } {
  const { code, stdout, stderr } = runDomicile(['verify', ...args, '--format', 'json']);
  if (stdout === '') throw new Error(stderr);
  return { code, verification: reportVerification.parse(JSON.parse(stdout)) };
}

describe('domicile verify', () => {
  it('exits 0 where the signer is trusted, 3 where nobody vouches, 1 where a byte was changed', () => {
    expect(verify(signed, '--ca', authority.root).code).toBe(0);
    expect(verify(signed).code).toBe(3);
    expect(verify(unsigned).code).toBe(3);
    const changed = join(folder, 'changed.pdf');
    const bytes = readFileSync(signed);
    bytes[5_000] = (bytes[5_000] ?? 0) ^ 1;
    writeFileSync(changed, bytes);
    expect(verify(changed, '--ca', authority.root).code).toBe(1);
  });

  it('prints a report again from its inputs, with the decisions and statements it holds', () => {
    const { code, verification } = verify(unsigned, '--inputs', example);
    expect(verification.checks).toEqual(expect.arrayContaining([expect.objectContaining({ check: 'decisions', state: 'right' }), expect.objectContaining({ check: 'reproduction', state: 'right' })]));
    expect(code).toBe(0);
    const stated = verify(signed, '--inputs', example);
    expect(stated.verification.checks).toContainEqual(expect.objectContaining({ check: 'statements', state: 'untold' }));
    expect(stated.code).toBe(3);
    expect(verify(signed, '--inputs', example, '--about', about).code).toBe(0);
  });

  it('says what differs where the inputs are others', () => {
    const { code, verification } = verify(unsigned, '--inputs', `${example}/models`);
    expect(code).toBe(1);
    expect(verification.checks).toContainEqual(expect.objectContaining({ check: 'inputs', state: 'wrong', message: expect.stringContaining('another inventory') }));
  });

  it('attaches what its cover names, as other programs see it', () => {
    const detached = join(folder, 'result.json');
    execFileSync('pdfdetach', ['-savefile', 'audit-result.json', '-o', detached, unsigned]);
    const digest = createHash('sha256').update(readFileSync(detached)).digest('hex');
    expect(execFileSync('pdftotext', ['-l', '1', unsigned, '-'], { encoding: 'utf8' }).replace(/\s/g, '')).toContain(digest);
    expect(execFileSync('pdffonts', [unsigned], { encoding: 'utf8' }).split('\n').slice(2).filter((line) => line !== '').every((line) => /\byes yes (yes|no)\b/.test(line))).toBe(true);
  });

  it('asks a time-stamping authority, and leaves nothing behind where there is none', async () => {
    const clock = authority.issue('Clock', { extensions: ['basicConstraints=CA:false', 'keyUsage=digitalSignature', 'extendedKeyUsage=critical,timeStamping'] });
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part)).on('end', () => response.setHeader('content-type', 'application/timestamp-reply').end(authority.stamp(clock, Buffer.concat(parts))));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const stamped = join(folder, 'stamped.pdf');
    const args = (output: string): string[] => [join(repository, 'dist/domicile.cjs'), 'report', example, '-o', output, ...make, '--sign', office.key, '--cert', office.certificate, '--timestamp', address];
    try {
      await promisify(execFile)(process.execPath, args(stamped), { cwd: repository });
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
    expect(verify(stamped, '--ca', authority.root, '--as-of', '2040-01-01').verification).toMatchObject({ conclusion: 'verified', signer: { stampedBy: expect.stringContaining('CN=Clock') } });
    const never = join(folder, 'never.pdf');
    const { code, stderr } = runDomicile(args(never).slice(1));
    expect([code, stderr, existsSync(never)]).toEqual([2, expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/: no time-stamp came back .*; check the address, or sign without --timestamp\n$/), false]);
  });

  it.each<[string, string[], RegExp]>([
    ['a certificate without a key', ['--cert', office.certificate], /--cert says how to sign, but nothing is signed without a key; give it with --sign/],
    ['a key without a certificate', ['--sign', office.key], /a key alone signs nothing; give its certificate/],
    ['a key that is not there', ['--sign', 'no.pem', '--cert', office.certificate], /no\.pem: cannot be read \(ENOENT\)/],
    ['an address that is none', ['--sign', office.key, '--cert', office.certificate, '--timestamp', 'tsa.example'], /is no address of a time-stamping authority; write one that begins with http/],
  ])('writes nothing with %s', (_, args, reason) => {
    const output = join(folder, 'refused.pdf');
    const { code, stderr } = runDomicile(['report', example, '-o', output, ...make, ...args]);
    expect([code, existsSync(output)]).toEqual([2, false]);
    expect(stderr).toMatch(reason);
  });

  it('could not be run on what is not there', () => {
    expect(runDomicile(['verify', 'no.pdf'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/no\.pdf: cannot be read \(ENOENT\)/) });
    expect(runDomicile(['verify', unsigned, '--ca', unsigned])).toMatchObject({ code: 2, stderr: expect.stringMatching(/holds no certificate that can be read/) });
  });
});
