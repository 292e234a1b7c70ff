import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem } from '../../src/core/inventory/problem.js';
import { checkJson, folderWith, runDomicile } from './run-domicile.js';

const manifest = 'domicile: 1\norganisation: { id: acme, name: ACME SE, seat: DE }\n';
const gateway = 'model_list:\n  - model_name: a\n    litellm_params: { model: openai/gpt-4o }\n';

/** Files that are not read, with what is said of them and whether that is said where they are found in a folder, too. */
const unread: readonly (readonly [string, string | Buffer, string, RegExp, boolean])[] = [
  ['gateway/config.yaml', Buffer.from(`\ufeff${gateway}`, 'utf16le'), 'not-utf-8', /is UTF-16, .*; save it as UTF-8/, true],
  ['gateway/config.yaml', Buffer.from(`\ufeff${gateway}`, 'utf16le').swap16(), 'not-utf-8', /is UTF-16/, true],
  ['gateway/config.yaml', Buffer.from(gateway, 'utf16le'), 'not-utf-8', /is UTF-16/, true],
  ['sbom.xml', '<?xml version="1.0"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"/>', 'unread', /CycloneDX in XML.*; convert it to JSON/, true],
  ['sbom.spdx', 'SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\n', 'unread', /SPDX 2, .*; give SPDX 3\.0\.1 or CycloneDX/, true],
  ['bom.yaml', '{"x": 1, "bomFormat": "CycloneDX"}', 'unread', /holds CycloneDX, .*cdx\.json/, true],
  ['main.tfstate', '{ "version": 4, "terraform_version": "1.9.0", "resources": [] }', 'unread', /no plan; give the output of 'terraform show -json'/, true],
  ['deploy/app.toml', '[x]\nimage: vllm/vllm-openai:v1\n', 'unread', /names an image or a resource that serves models/, true],
  ['models/adapter_config.json', '{"peft_type": "LORA", "base_model_name_or_path": "org/base"}', 'unread', /describes an adapter; name its base model/, true],
  ['models/params.json', '{"model_type": "llama", "architectures": ["X"]}', 'unread', /name it config\.json/, true],
  ['model.gguf', 'GGUF', 'weights', /domicile weights verify/, true],
  ['models.zip', 'PK\x03\x04', 'archive', /not looked into.*; unpack/, true],
  ['notes.yaml', 'a: 1\n', 'unrecognised', /give a domicile\.yaml/, false],
  ['config.json', '\n', 'empty', /is empty; write it/, false],
  ['data.json', Buffer.from([1, 0, 2, 0, 3, 9, 9, 9, 9, 200]), 'binary', /is not text/, false],
];

describe('a file that no importer reads', () => {
  it.each(unread)('%s is told where it is given, and where it lies in a folder if it looks like a part of the inventory', (path, content, code, message, telling) => {
    const folder = folderWith({ 'domicile.yaml': manifest });
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
    const problems = (of: string): Problem[] => (JSON.parse(runDomicile(['scan', of, '--format', 'json'], { cwd: folder }).stdout) as { problems: Problem[] }).problems;
    const given = problems(path);
    expect(given).toEqual([expect.objectContaining({ file: path, code, message: expect.stringMatching(message) })]);
    expect(given[0]?.level).toBeUndefined();
    expect(problems('.')).toEqual(telling ? [expect.objectContaining({ file: path, code, level: 'warning', message: expect.stringMatching(/; /) })] : []);
  });

  it('in a folder does not change how the audit comes out, and stands in its result', () => {
    const lived = `${manifest}deployments: [{ id: a, environment: test, status: planned }]\n`;
    const judge = (files: Readonly<Record<string, string>>) => checkJson(['.', '--pack', 'code-calls'], { cwd: folderWith({ 'domicile.yaml': lived, ...files }) });
    const without = judge({});
    const { code, result } = judge({ 'sbom.xml': '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"/>' });
    expect([code, result.conclusion, result.findings]).toEqual([without.code, without.result.conclusion, without.result.findings]);
    expect(result.problems.filter(({ file }) => file === 'sbom.xml')).toEqual([expect.objectContaining({ code: 'unread', level: 'warning' })]);
  });

  it('that a manifest names as waivers or facts is not called unread, nor are weights that something is stated of', () => {
    const cwd = folderWith({ 'domicile.yaml': `${manifest}facts: [facts.yaml]\nweights: [{ id: w, file: w.gguf }]\n`, 'facts.yaml': 'overlay: acme\n# "bomFormat": "CycloneDX"\n', 'w.gguf': 'GGUF' });
    expect(runDomicile(['scan', '.'], { cwd }).stdout).not.toContain('warning');
  });

  it.each(['models/manifests/registry.ollama.ai/library/llama3.2/3b', 'a/crate.MLmodel', 'events.jsonl', 'build.intoto.jsonl', 'Modelfile.prod', 'ai.jsonld'])('%s is looked for in a folder', (path) => {
    const content: Readonly<Record<string, string>> = {
      '3b': JSON.stringify({ schemaVersion: 2, layers: [{ mediaType: 'application/vnd.ollama.image.model', digest: `sha256:${'a'.repeat(64)}`, size: 1 }] }),
      'crate.MLmodel': 'flavors:\n  python_function: { model_path: a.pkl }\n',
      'events.jsonl': JSON.stringify({ eventTime: '2026-01-02T03:04:05Z', producer: 'x', run: {}, job: { name: 'j' }, inputs: [{ namespace: 's3://b', name: 't' }] }),
      'build.intoto.jsonl': JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', subject: [{ name: 'a', digest: { sha256: 'a'.repeat(64) } }], predicateType: 'https://slsa.dev/provenance/v1', predicate: {} }),
      'Modelfile.prod': 'FROM llama3.2:3b\n',
      'ai.jsonld': JSON.stringify({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': [{ type: 'CreationInfo', '@id': '_:c', specVersion: '3.0.1' }, { type: 'ai_AIPackage', spdxId: 'm', name: 'm' }] }),
    };
    const { code, stdout } = runDomicile(['scan', '.'], { cwd: folderWith({ [path]: content[path.slice(path.lastIndexOf('/') + 1)] ?? '' }) });
    expect([code, stdout]).toEqual([0, expect.stringContaining(path)]);
  });
});
