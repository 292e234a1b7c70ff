import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { typeEnvironmentOf } from '../core/policy/type-environment-of.js';
import { compilePackSources } from './compile-pack-sources.js';
import { parsePackFile } from './parse-pack-file.js';
import { readPackSource } from './read-pack-source.js';
import { readPolicyPacks } from './read-policy-packs.js';

const environment = typeEnvironmentOf({
  organisation: z.strictObject({ id: z.string().max(40) }),
  deployment: z.strictObject({ id: z.string().max(40), region: z.enum(['eu', 'us']).optional(), users: z.number().optional() }),
});
const controls = new Set(['GDPR-44']);

const packYaml = `apiVersion: domicile/v1
kind: PolicyPack
metadata: { id: regions, title: Regions, version: 1.0.0, owner: dpo, inventorySchema: domicile/inventory/1 }
params:
  most: { type: number, default: 5 }
rules:
  - id: REG-01
    title: Region is the EU
    severity: high
    subject: deployment
    controls: [GDPR-44]
    rationale: because
    check: >-
      has(deployment.region) &&
      deployment.region == 'eu'
    message: no
    remediation: move
`;
const ruleYaml = `id: REG-02
title: Few users
severity: low
subject: deployment
controls: [GDPR-44]
rationale: because
check: deployment.users < params.most
message: no
remediation: fewer
`;
const overlayYaml = `apiVersion: domicile/v1
kind: PolicyOverlay
metadata: { id: ours }
extends: { pack: regions, version: '1' }
params: { most: 50 }
rules:
  REG-01: { severity: critical }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packs-'));
  mkdirSync(join(folder, 'regions', 'rules'), { recursive: true });
  writeFileSync(join(folder, 'regions', 'pack.yaml'), packYaml);
  writeFileSync(join(folder, 'regions', 'rules', 'users.yaml'), ruleYaml);
  writeFileSync(join(folder, 'ours.yaml'), overlayYaml);
  mkdirSync(join(folder, 'dist', 'packs'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'type-environment.json'), JSON.stringify(environment));
});
afterEach(() => rmSync(folder, { recursive: true }));

const folders = () => ({ compiled: join(folder, 'dist'), sources: folder });

async function ship(): Promise<void> {
  const { packs } = compilePackSources([await readPackSource(join(folder, 'regions'))], { environment, controls });
  for (const { pack } of packs) writeFileSync(join(folder, 'dist', 'packs', `${pack.id}.json`), JSON.stringify(pack));
}

describe('readPolicyPacks', () => {
  it('reads a folder with a pack file and one file per rule', async () => {
    const { packs, problems } = await readPolicyPacks([join(folder, 'regions')], folders(), controls);
    expect(problems).toEqual([]);
    expect(packs.map(({ id, rules }) => [id, rules.map((rule) => rule.id)])).toEqual([['regions', ['REG-01', 'REG-02']]]);
  });

  it('reads the recommended shipped packs where nothing is selected', async () => {
    await ship();
    expect((await readPolicyPacks([], folders(), controls)).packs.map(({ id }) => id)).toEqual(['regions']);
  });

  it('lays an overlay over a shipped pack, with a digest of its own', async () => {
    await ship();
    const plain = await readPolicyPacks(['regions'], folders(), controls);
    const { packs, problems } = await readPolicyPacks(['regions', join(folder, 'ours.yaml')], folders(), controls);
    expect(problems).toEqual([]);
    expect(packs[0]?.params).toMatchObject({ most: { value: 50 } });
    expect(packs[0]?.rules[0]?.severity).toEqual([{ is: 'critical' }]);
    expect(packs[0]?.digest).not.toBe(plain.packs[0]?.digest);
  });

  it('points into the file of the rule, at the character of the expression', async () => {
    writeFileSync(join(folder, 'regions', 'rules', 'users.yaml'), ruleYaml.replace('deployment.users', 'deployment.usres'));
    const { problems } = await readPolicyPacks([join(folder, 'regions')], folders(), controls);
    expect(problems).toEqual([{ file: join(folder, 'regions', 'rules', 'users.yaml'), line: 7, column: 19, code: 'unknown-field', message: "deployment has no field 'usres'; did you mean 'users'?" }]);
  });

  it('counts lines and columns inside a folded expression', async () => {
    writeFileSync(join(folder, 'regions', 'pack.yaml'), packYaml.replace("== 'eu'", "== 'ue'"));
    const { problems } = await readPolicyPacks([join(folder, 'regions')], folders(), controls);
    expect(problems.map(({ line, column, message }) => [line, column, message])).toEqual([[15, 28, "'ue' is not a value of this field; did you mean 'eu'?"]]);
  });

  it('asks a pack that is given twice once, and says so', async () => {
    await ship();
    const { packs, problems } = await readPolicyPacks(['regions', join(folder, 'regions', 'pack.yaml'), join(folder, 'regions')], folders(), controls);
    expect(packs.map(({ id }) => id)).toEqual(['regions']);
    expect([...new Set(problems.map(({ file, code }) => `${file} ${code}`))]).toEqual(['regions duplicate-pack']);
  });

  it('says which overlay lacks its pack, and that a path is wrong', async () => {
    const { problems } = await readPolicyPacks([join(folder, 'ours.yaml'), 'nowhere'], folders(), controls);
    expect(problems.map(({ code }) => code).sort()).toEqual(['not-found', 'overlay']);
  });
});

describe('parsePackFile', () => {
  it.each([
    ['a repeated key', 'a: 1\na: 2\n', 'yaml-syntax'],
    ['an alias', 'a: &x [1]\nb: *x\n', 'yaml-alias'],
    ['nesting without end', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'too-deep'],
    ['more than it reads', 'x'.repeat(2 * 1024 * 1024 + 1), 'too-large'],
  ])('refuses %s', (_, text, code) => {
    expect(parsePackFile('pack.yaml', text).problems[0]?.code).toBe(code);
  });
});
