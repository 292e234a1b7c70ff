import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { checkJson, folderWith, runDomicile } from './run-domicile.js';

const hub = {
  'models/tiny/README.md': '---\nlicense: apache-2.0\nbase_model: acme/base-7b\n---\n# Tiny\n',
  'models/tiny/config.json': '{ "model_type": "llama", "architectures": ["LlamaForCausalLM"], "num_hidden_layers": 2 }\n',
  'gateway/litellm.yaml': 'model_list:\n  - { model_name: chat, litellm_params: { model: openai/gpt-4 } }\n  - { model_name: yes, litellm_params: { model: azure/gpt-4 } }\n',
};

interface Inventory {
  readonly [list: string]: unknown;
  readonly models: readonly { readonly id: string }[];
  readonly dataFlows: readonly { readonly id: string }[];
  readonly problems: readonly { readonly message: string }[];
  readonly evidence: readonly { readonly record: string; readonly locator: string; readonly confidence: string }[];
}

function scanJson(path: string, cwd?: string): { readonly code: number | null; readonly inventory: Inventory } {
  const { code, stdout } = runDomicile(['scan', path, '--format', 'json'], cwd === undefined ? {} : { cwd });
  return { code, inventory: JSON.parse(stdout) as Inventory };
}

describe('domicile scan', () => {
  it('prints the inventory under the names that are a contract', () => {
    const { code, inventory } = scanJson('examples/nordlicht');
    expect(code).toBe(0);
    expect(inventory).toMatchObject({ schema: 'domicile/inventory/1', digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
    for (const list of ['models', 'weights', 'licences', 'providers', 'deployments', 'dataFlows', 'lineage', 'contradictions', 'evidence', 'problems']) expect(inventory[list]).toEqual(expect.any(Array));
    expect(inventory['deployments']).toHaveLength(12);
    for (const { locator } of inventory.evidence) expect(locator).toMatch(/^examples\/nordlicht\/.*:\d+:\d+$/);
  });

  it('prints each fact with its place and confidence, and what contradicts what', () => {
    const { code, stdout } = runDomicile(['scan', 'examples/nordlicht']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/deployment\/claims-assistant\n(.*\n)*? {4}criticality: "critical" {2}\[declared, examples\/nordlicht\/domicile\.yaml:\d+:\d+\]/);
    expect(stdout).toMatch(/undeclared: true {2}\[inferred, examples\/nordlicht\/gateway\/litellm\.yaml:\d+:\d+\]/);
    expect(stdout).toMatch(/model\/deepseek-coder-33b\/licence\/expression: "LicenseRef-DeepSeek-1\.0" \(.*\) but "MIT" \(/);
  });

  it('writes several formats in one run, and reads its own CycloneDX document back', () => {
    const folder = folderWith();
    const document = join(folder, 'out/inventory.cdx.json');
    const { code, stdout } = runDomicile(['scan', 'examples/nordlicht', '--format', 'cyclonedx', '--output', document, '--format', 'json', '--as-of', '2026-11-23']);
    const [before, { code: again, inventory: after }] = [JSON.parse(stdout) as Inventory, scanJson(document)];
    expect([code, again, after.problems]).toEqual([0, 0, []]);
    for (const list of ['organisation', 'legalEntities', 'models', 'weights', 'licences', 'providers', 'deployments', 'dataFlows', 'lineage']) expect([list, after[list]]).toEqual([list, before[list]]);
    expect(runDomicile(['scan', 'examples/nordlicht', '--format', 'cyclonedx', '--as-of', '2026-11-23']).stdout).toBe(readFileSync(document, 'utf8'));
  });

  it('refuses a format that it does not know, and says which there are', () => {
    expect(runDomicile(['scan', 'examples/nordlicht', '--format', 'spdx'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('text, json, cyclonedx, cyclonedx-1.7') });
  });

  it('ends with 2 where something could not be read, and still shows the rest', () => {
    const { code, inventory } = scanJson('.', folderWith({ 'domicile.yaml': 'domicile: 1\nmodels: [{ id: a }, { id: "" }]\n' }));
    expect(code).toBe(2);
    expect(inventory.problems).toHaveLength(1);
    expect(inventory.models.map(({ id }) => id)).toContain('a');
  });

  it('does not follow a link out of the folder', () => {
    const outside = folderWith({ 'secret.domicile.yaml': 'domicile: 1\nmodels: [{ id: secret }]\n' });
    const folder = folderWith({ 'domicile.yaml': 'domicile: 1\nmodels: [{ id: a }]\n' });
    symlinkSync(join(outside, 'secret.domicile.yaml'), join(folder, 'link.domicile.yaml'));
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync('/dev/zero', join(folder, 'zero.yaml'));
    symlinkSync('.', join(folder, 'round'));
    const { inventory } = scanJson('.', folder);
    expect(inventory.models).toEqual([{ id: 'a' }]);
    expect(inventory.problems.map(({ message }) => message)).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('leads out of the folder')));
  });

  it('does not read a link out of the folder for a manifest either', () => {
    const folder = folderWith({ 'domicile.yaml': 'domicile: 1\nmodels: [{ id: a, files: [card.md] }]\n' });
    symlinkSync('/etc/passwd', join(folder, 'card.md'));
    expect(scanJson('domicile.yaml', folder).inventory.problems).toEqual([expect.objectContaining({ file: 'domicile.yaml', code: 'leads-out' })]);
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'a/../../outside.json', '..\\\\..\\\\etc\\\\passwd'])('does not read %s for a manifest', (path) => {
    const { code, inventory } = scanJson('domicile.yaml', folderWith({ 'domicile.yaml': `domicile: 1\nmodels: [{ id: a, files: ["${path}"] }]\n` }));
    expect(code).toBe(2);
    expect(inventory.problems).toEqual([expect.objectContaining({ file: 'domicile.yaml', code: expect.stringMatching(/leads-out|not-found/) })]);
    expect(JSON.stringify(inventory)).not.toContain('root:');
  });
});

describe('domicile init', () => {
  it('writes a draft in an empty folder that reads back without a problem', () => {
    const folder = folderWith();
    const { code, stdout } = runDomicile(['init'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^domicile\.yaml: 0 models and 0 deployments found; \d+ lines marked 'fill in'\n$/);
    expect(scanJson('.', folder)).toMatchObject({ code: 0, inventory: { problems: [], models: [{ id: 'my-model' }], deployments: [{ id: 'my-deployment' }] } });
    expect(checkJson(['.'], { cwd: folder }).result.conclusion).not.toBe('conforming');
  });

  it('drafts what cards, configurations and gateways show, under names that YAML would take for something else', () => {
    const folder = folderWith(hub);
    expect(runDomicile(['init'], { cwd: folder }).stdout).toContain('domicile.yaml: ');
    const { code, inventory } = scanJson('.', folder);
    expect([code, inventory.problems]).toEqual([0, []]);
    expect(inventory.models.map(({ id }) => id)).toEqual(expect.arrayContaining(['tiny']));
    expect(inventory).toMatchObject({ deployments: [{ id: 'chat', status: 'live' }, { id: 'yes', status: 'live' }] });
    expect(inventory.dataFlows.map(({ id }) => id)).toEqual(['chat/gateway-0-openai', 'yes/gateway-1-azure']);
  });

  it('drafts a folder that is not the working folder, with paths that lead from the draft', () => {
    const folder = folderWith({ 'sub/models/tiny/README.md': hub['models/tiny/README.md'] });
    expect(runDomicile(['init', 'sub/'], { cwd: folder }).code).toBe(0);
    expect(readFileSync(join(folder, 'sub/domicile.yaml'), 'utf8')).toContain('files: [models/tiny/README.md]');
    expect(scanJson('sub', folder)).toMatchObject({ code: 0, inventory: { problems: [] } });
  });

  it('leaves a manifest that is there alone unless told to replace it', () => {
    const folder = folderWith({ 'domicile.yaml': 'domicile: 1\n' });
    const refused = runDomicile(['init'], { cwd: folder });
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('--force');
    expect(readFileSync(join(folder, 'domicile.yaml'), 'utf8')).toBe('domicile: 1\n');
    expect(runDomicile(['init', '--force'], { cwd: folder }).code).toBe(0);
  });

  it('refuses a folder that is not there', () => {
    const folder = folderWith();
    expect(runDomicile(['init', 'none'], { cwd: folder })).toMatchObject({ code: 2, stdout: '', stderr: 'none: there is no such folder; create it or name another\n' });
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});
