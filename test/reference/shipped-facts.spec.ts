import { existsSync, readFileSync } from 'node:fs';
import formats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { factLists } from '../../src/core/reference/fact-lists.js';
import { factListsBeside } from '../../src/core/reference/fact-lists-beside.js';
import { type ReferenceData } from '../../src/core/reference/reference-data.js';
import { referenceDefects } from '../../src/core/reference/reference-defects.js';
import { referenceFiles, type ReferenceFileName } from '../../src/core/reference/reference-files.js';
import { referenceJsonSchema } from '../../src/core/reference/reference-json-schema.js';
import { parseReference } from '../../src/files/parse-reference.js';
import { shippedReference } from './shipped-reference.js';

const { facts, prices, hardware, 'code-markers': markers, openness, seal, indexed } = shippedReference();
const lists = factLists(facts.data);
const core = lists.flatMap(({ kind, records }) => records.map((record) => ({ fact: `${kind}/${record.id}`, record })));
const besides = [...factListsBeside(prices.data, hardware.data, markers.data), { kind: 'seal', records: seal.data.sealFrameworks }, { kind: 'openness', records: openness.data.opennessSchemes }];
const beside = besides.flatMap(({ kind, records }) => records.map((record) => ({ fact: `${kind}/${record.id}`, record })));

describe('the shipped facts', () => {
  it('hold every kind in the numbers that were taken over', () => {
    const counts = Object.fromEntries(lists.map(({ kind, records }) => [kind, records.length]));
    expect(counts).toMatchObject({ jurisdiction: 74, retirement: 41, 'notice-policy': 5 });
    expect(counts.licence).toBeGreaterThanOrEqual(32);
    expect(counts.model).toBeGreaterThanOrEqual(61);
    expect(counts.control).toBeGreaterThanOrEqual(153);
    expect([prices.data.prices.length, hardware.data.accelerators.length, hardware.data.rentals.length]).toEqual([152, 21, 42]);
  });

  it('name a source, or say that there is none', () => {
    expect([...core, ...beside].filter(({ record }) => (record.sources ?? []).length === 0 && (record.noSource ?? '') === '').map(({ fact }) => fact)).toEqual([]);
  });

  it('never call a record verified that has no source', () => {
    const verified = core.filter(({ fact, record }) => record.confidence === 'verified-in-source' && record.sources === undefined && fact !== 'provider/self-hosted');
    expect(verified.map(({ fact }) => fact)).toEqual([]);
  });

  it('mark as unverified only fields that exist', () => {
    const wrong = core.flatMap(({ fact, record }) => (record.unverified ?? []).filter((path) => valueAt(record, path) === undefined).map((path) => `${fact} ${path}`));
    expect(wrong).toEqual([]);
  });

  it('refer only to records that are there', () => {
    expect(referenceDefects({ facts: facts.data, prices: prices.data, hardware: hardware.data, evaluations: shippedReference()['model-evaluations'].data, markers: markers.data })).toEqual([]);
  });

  it('give no name to two records', () => {
    const names = facts.data.licences.flatMap(({ tags }) => tags ?? []).map((tag) => tag.toLowerCase());
    expect(names.filter((name) => indexed.licenceIdByTag.get(name) === undefined)).toEqual([]);
    const hosts = facts.data.providers.flatMap((provider) => provider.hosts ?? []);
    expect(hosts.filter((host) => indexed.providerIdByHost.get(host.toLowerCase()) === undefined)).toEqual([]);
    const aliases = facts.data.models.flatMap(({ aliases: own, variants }) => [...(own ?? []), ...(variants ?? []).flatMap((variant) => variant.aliases)]);
    expect(aliases.filter((alias) => indexed.modelIdByAlias.get(alias.toLowerCase()) === undefined)).toEqual([]);
  });

  it('have a record for every model the founding article names', () => {
    const named = ['gpt-4', 'gpt-4-turbo', 'Llama 2 7B', 'Llama 2 13B', 'Llama 2 70B', 'Llama 3 8B', 'Llama 3 70B', 'Code Llama', 'DeepSeek-Coder', 'WizardCoder-15B', 'WizardLM/WizardMath-70B-V1.0', 'MetaMath', 'BLOOM', 'Mistral 7B', 'Mixtral 8x7B', 'Gemma 7B'];
    expect(named.filter((name) => indexed.modelIdByAlias.get(name.toLowerCase()) === undefined)).toEqual([]);
  });
});

describe('references that lead nowhere', () => {
  const changed = (change: (data: ReferenceData) => void) => {
    const data = structuredClone(facts.data);
    change(data);
    return referenceDefects({ facts: data }).map(({ fact, message }) => `${fact}: ${message}`);
  };

  it.each([
    ['a licence of a model', (data: ReferenceData) => void (data.models[0]!.licence = 'LicenseRef-Nowhere'), "model/gpt-4: names the licence 'LicenseRef-Nowhere'"],
    ['a base model', (data: ReferenceData) => void (data.models[0]!.baseModels = [{ model: 'nowhere', relation: 'finetune' }]), "names the model 'nowhere'"],
    ['the terms of a provider', (data: ReferenceData) => void (data.providers[0]!.terms = 'nowhere'), "provider/openai-api: names the licence 'nowhere'"],
    ['the provider of a retirement', (data: ReferenceData) => void (data.retirements[0]!.provider = 'nowhere'), "names the provider 'nowhere'"],
    ['a control of a short form', (data: ReferenceData) => void (data.controlShortForms[0]!.controls = ['GDPR-999']), "names the control 'GDPR-999'"],
    ['an id used twice', (data: ReferenceData) => void data.licences.push(data.licences[0]!), 'licence/Apache-2.0: is recorded twice'],
    ['a class without a rank', (data: ReferenceData) => void (data.licenceClasses = data.licenceClasses.filter((rank) => rank.class !== 'permissive')), "has the class 'permissive', which has no rank"],
  ])('%s', (_, change, message) => {
    expect(changed(change).join('\n')).toContain(message);
  });

  it('of prices and hardware are found as well', () => {
    const wrongPrices = structuredClone(prices.data);
    wrongPrices.prices[0]!.provider = 'nowhere';
    const wrongHardware = structuredClone(hardware.data);
    wrongHardware.rentals[0]!.accelerator = 'abacus';
    const messages = referenceDefects({ facts: facts.data, prices: wrongPrices, hardware: wrongHardware }).map(({ message }) => message);
    expect(messages).toHaveLength(2);
    expect(messages.join()).toMatch(/provider 'nowhere'.*accelerator 'abacus'/);
  });
});

describe('the files', () => {
  const names = [...(Object.keys(referenceFiles) as ReferenceFileName[]), 'reference-overlay' as const, 'facts-output' as const];

  it.each(names)('%s has a JSON Schema that is up to date; after a change run npm run build', (name) => {
    const committed = readFileSync(`policies/reference/${name}.schema.json`, 'utf8');
    expect(committed).toBe(`${JSON.stringify(referenceJsonSchema(name), null, 2)}\n`);
  });

  it.each(Object.keys(referenceFiles) as ReferenceFileName[])('%s.yaml satisfies its JSON Schema, as an editor sees it', (name) => {
    const validate = formats.default(new Ajv2020({ strict: false, allErrors: true })).compile(referenceJsonSchema(name));
    validate(parse(readFileSync(`policies/reference/${name}.yaml`, 'utf8')));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('have JSON Schemas that ask for a source', () => {
    const validate = formats.default(new Ajv2020({ strict: false })).compile(referenceJsonSchema('engines'));
    const engine = { id: 'x', name: 'X', kind: 'gateway', asOf: '2026-01-01', confidence: 'known-but-unverified' };
    expect(validate({ engines: [engine] })).toBe(false);
    expect(validate({ engines: [{ ...engine, noSource: 'none read' }] })).toBe(true);
  });

  it.each(Object.keys(referenceFiles))('%s.yaml names its schema in the first line', (name) => {
    const [first] = readFileSync(`policies/reference/${name}.yaml`, 'utf8').split('\n');
    expect(first).toBe(`# yaml-language-server: $schema=./${name}.schema.json`);
    expect(existsSync(`policies/reference/${name}.schema.json`)).toBe(true);
  });

  it.each([
    ['a record without source', 'engines:\n  - id: x\n    name: X\n    kind: gateway\n    asOf: 2026-01-01\n    confidence: verified-in-source\n', /f\.yaml:2:\d+: .*names no source/],
    ['an unknown key', 'engines:\n  - id: x\n    name: X\n    kindd: gateway\n', /f\.yaml:4:5: .*kindd/],
    ['a wrong word', 'engines:\n  - id: x\n    name: X\n    kind: boat\n', /f\.yaml:4:11: engines\.0\.kind/],
    ['a key twice', 'engines: []\nengines: []\n', /f\.yaml:2:1: .*unique/],
    ['an alias', 'engines: &all []\nmore: *all\n', /aliases are not allowed/],
    ['a prototype key', 'engines: []\n__proto__: {}\n', /__proto__/],
  ])('refuse %s with its place', (_, yaml, expected) => {
    const { problems } = parseReference('f.yaml', yaml, (value) => referenceFiles.engines.safeParse(value));
    expect(problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n')).toMatch(expected);
  });
});

function valueAt(record: object, path: string): unknown {
  return path.split(/[.[\]]+/).filter((part) => part !== '').reduce<unknown>((value, part) => (value as Readonly<Record<string, unknown>> | undefined)?.[part], record);
}
