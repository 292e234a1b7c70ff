import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookUpLicence } from '../../src/core/reference/look-up-licence.js';
import { lookUpProvider } from '../../src/core/reference/look-up-provider.js';
import { overlayReference } from '../../src/core/reference/overlay-reference.js';
import { type ReferenceOverlay } from '../../src/core/reference/reference-overlay.js';
import { staleFacts } from '../../src/core/reference/stale-facts.js';
import { readReference } from '../../src/files/read-reference.js';
import { readReferenceFile } from '../../src/files/read-reference-file.js';
import { readReferenceOverlay } from '../../src/files/read-reference-overlay.js';
import { writeCompiledReference } from '../../src/files/write-compiled-reference.js';
import { shippedReference } from './shipped-reference.js';

const base = shippedReference().indexed;
const folder = mkdtempSync(join(tmpdir(), 'domicile-facts-'));
const write = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const ownContract = `overlay: acme
providers:
  - id: openai-api
    name: OpenAI under the Acme contract
    kind: model-api
    selfHosted: false
    parents: [{ name: OpenAI group, country: US, state: settled, from: 2015-12-11 }]
    cloudActReach: yes
    retention: { days: 0, detail: zero retention approved in writing }
    noSource: contract 4711, kept by the legal department
    asOf: 2026-10-01
    reviewBy: 2026-12-31
    confidence: verified-in-source
`;

describe('an overlay', () => {
  it('takes the place of the shipped record and is shown as such', () => {
    const overlaid = overlayReference(base, readReferenceOverlay(write('acme.yaml', ownContract), base));
    expect(lookUpProvider(overlaid, 'openai-api', '2026-11-23')).toMatchObject({ overlay: 'acme', state: 'current', reviewBy: '2026-12-31', noSource: 'contract 4711, kept by the legal department', value: { retention: { days: 0 } } });
    expect(overlaid.overlays).toEqual(['acme']);
    expect(lookUpProvider(base, 'openai-api', '2026-11-23').overlay).toBeUndefined();
    expect(lookUpLicence(overlaid, 'MIT', '2026-11-23').overlay).toBeUndefined();
    expect(staleFacts(overlaid, '2027-01-01').map(({ fact }) => fact)).toContain('provider/openai-api');
  });

  it('changes the digest, by its content and by nothing else', () => {
    const overlay: ReferenceOverlay = { overlay: 'acme', licences: [] };
    expect(overlayReference(base, overlay).digest).not.toBe(base.digest);
    expect(overlayReference(base, overlay).digest).toBe(overlayReference(base, { licences: [], overlay: 'acme' }).digest);
    expect(overlayReference(base, { ...overlay, overlay: 'other' }).digest).not.toBe(overlayReference(base, overlay).digest);
  });

  it.each([
    ['no name', 'providers: []\n', /overlay/],
    ['an unknown kind', 'overlay: a\nprovidres: []\n', /:2:1: .*providres/],
    ['a record without source', ownContract.replace(/ {4}noSource.*\n/, ''), /:3:5: .*names no source/],
    ['a wrong date', ownContract.replace('2026-10-01', 'last year'), /:11:11: providers\.0\.asOf: a date is a day, a month or a year/],
    ['a mark of code that names a provider nobody knows', 'overlay: a\ncodeMarkers:\n  - { id: x, name: X, providers: [openai-apy], packages: { go: [acme.example/llm] }, noSource: own, asOf: 2026-10-01, confidence: verified-in-source }\n', /:3:35: codeMarkers\.0\.providers\.0: there is no provider 'openai-apy' in the facts; correct it, write self-hosted/],
  ])('with %s is refused with its place', (_, content, message) => {
    expect(() => readReferenceOverlay(write('wrong.yaml', content), base)).toThrow(message);
  });

  it('that is not there is named', () => {
    expect(() => readReferenceOverlay(join(folder, 'absent.yaml'), base)).toThrow(/absent\.yaml: there is no such overlay/);
  });
});

describe('the compiled facts', () => {
  it('read back as they were compiled, with and without overlay, and the build changes no schema', async () => {
    const target = join(folder, 'compiled');
    const written = writeCompiledReference('policies/reference', target);
    expect(written.filter((path) => path.endsWith('.schema.json'))).toEqual([]);
    const read = await readReference(target);
    expect(read.digest).toBe(base.digest);
    expect(read.data).toEqual(base.data);
    expect(writeCompiledReference('policies/reference', target)).toEqual([]);
    const overlaid = await readReference(target, [write('acme.yaml', ownContract)]);
    expect(overlaid.providers.get('openai-api')?.overlay).toBe('acme');
    expect(readReferenceFile(target, 'prices').data.prices).toHaveLength(152);
    expect(readReferenceFile(target, 'seal').data.sealFrameworks[0]?.objectives.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });
});
