import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { parse, parseAllDocuments } from 'yaml';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { nounSchemas } from '../../src/core/inventory/noun-schemas.js';
import { importers } from '../../src/importers/registry.js';
import { importSources } from '../../src/importers/import-sources.js';
import { cpuTimeOf } from '../cpu-time-of.js';
import { mutateBytes } from '../weights/mutate-bytes.js';
import { everySpecimen, type Seed } from './every-specimen.js';
import { mutateDocument } from './mutate-document.js';

/** Mutants of each kind for each importer; `DOMICILE_FUZZ_RUNS` asks for more, `DOMICILE_FUZZ_SEED` for others. */
const runs = Number(process.env['DOMICILE_FUZZ_RUNS'] ?? 80);
const seed = Number(process.env['DOMICILE_FUZZ_SEED'] ?? 7);
const longest = 1_000;
/** Bytes of a mutant; what is doubled again and again is cut, as if its transfer had ended. */
const largest = 60_000;

interface Read {
  readonly problems: readonly { readonly message: string }[];
  readonly facts: number;
}

/** What an importer makes of bytes, and what all of them together do. It never throws, hangs, stays silent, or states what no schema allows. */
function read({ importer: id, path }: Seed, bytes: Uint8Array): Read {
  const importer = importers.find((each) => each.id === id);
  if (importer === undefined) throw new Error(`there is no importer '${id}'`);
  const file = { path, bytes, sha256: '0'.repeat(64) };
  const { answer, milliseconds } = cpuTimeOf(longest, () => {
    const alone = importer.import(file, {});
    const attached = importer.import(file, { subject: 'claims', part: 'chat' });
    const together = importSources([file]);
    assembleSnapshot([alone.fragment, attached.fragment, ...together.fragments], '2026-11-28');
    return { alone, attached, together };
  });
  expect(milliseconds).toBeLessThan(longest);
  const { alone: { fragment, problems }, attached, together } = answer;
  expect(Object.keys(Object.prototype)).toEqual([]);
  if (fragment.records.length === 0 && problems.length === 0) expect(statesNothing(id, bytes)).toBe(true);
  if (together.fragments.length === 0) expect(together.unrecognised.map((each) => each.path)).toEqual([path]);
  for (const problem of [...problems, ...attached.problems]) {
    expect(problem).toMatchObject({ file: path, message: expect.stringContaining('; ') });
    expect(problem.message.length).toBeLessThan(4_000);
    if (problem.code !== 'too-large') expect(problem.line).toBeGreaterThan(0);
  }
  for (const { kind, value } of [...fragment.records, ...attached.fragment.records]) {
    const { error } = nounSchemas[kind].safeParse(value);
    if (error !== undefined) throw new Error(`${id} states a ${kind} that no schema allows: ${error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`).join(', ')}`);
  }
  return { problems, facts: fragment.records.length };
}

/** A manifest without any entry is valid; that nothing is left to audit, the audit says. So is the report of a pull that brought all. */
function statesNothing(id: string, bytes: Uint8Array): boolean {
  if (id === 'pull-report') return (JSON.parse(Buffer.from(bytes).toString('utf8')) as { readonly complete: unknown }).complete === true;
  if (id !== 'domicile-yaml') return false;
  const manifest: unknown = parse(Buffer.from(bytes).toString('utf8'));
  return typeof manifest === 'object' && manifest !== null && Object.entries(manifest).every(([key, value]) => ['domicile', 'effective', 'packs', 'waivers', 'facts'].includes(key) || value === null || (Array.isArray(value) && value.length === 0));
}

/** The mutant stands in what is thrown, so that it can be tried again. */
function readMutant(of: Seed, mutant: Uint8Array): void {
  try {
    read(of, mutant);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\nseed ${seed}, mutant: ${JSON.stringify(Buffer.from(mutant).toString('utf8')).slice(0, 700)}`, { cause: error });
  }
}

it('there is a valid file for each importer, which recognises it', () => {
  expect([...new Set(everySpecimen.map(({ importer }) => importer))].sort()).toEqual(importers.map(({ id }) => id).sort());
  for (const { importer, path, text } of everySpecimen) expect([importer, importers.find((each) => each.recognises({ path, bytes: Buffer.from(text), sha256: '' }))?.id]).toEqual([importer, importer]);
});

describe.each(everySpecimen)('$importer, $path', (of) => {
  const bytes = Buffer.from(of.text);

  it('reads its file with facts, or says why it cannot', () => {
    const { facts, problems } = read(of, bytes);
    expect(facts > 0 || problems.length > 0).toBe(true);
    if (!['helm-template', 'pull-report', 'terraform-static'].includes(of.importer)) expect([facts > 0, problems.map(({ message }) => message)]).toEqual([true, []]);
  });

  it(`reads ${runs} mutants of its bytes to their end`, () => {
    const random = xoroshiro128plus(seed);
    for (let run = 0; run < runs; run++) readMutant(of, mutateBytes(bytes, random));
  });

  const documents = /\.(jsonl|ndjson)$/.test(of.path) ? [] : parseAllDocuments(of.text).map((document) => (document as { toJS(): unknown }).toJS());
  const structured = !['helm-template', 'terraform-static', 'ollama-modelfile', 'hugging-face-card'].includes(of.importer) && !/\.(jsonl|ndjson)$/.test(of.path);
  (structured ? it : it.skip)(`reads ${runs} mutants of its structure to their end`, () => {
    const random = xoroshiro128plus(seed + 1);
    for (let run = 0; run < runs; run++) readMutant(of, Buffer.from(documents.map((document) => JSON.stringify(mutateDocument(document, random)) ?? '').join('\n---\n')).subarray(0, largest));
  });
});
