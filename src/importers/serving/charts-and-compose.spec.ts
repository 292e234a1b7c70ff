import { type SourceFile } from '../../core/inventory/source-file.js';
import { importSources } from '../import-sources.js';

const source = (path: string, text: string): SourceFile => ({ path, bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64) });
const read = (path: string, text: string) => {
  const { fragments, problems, unrecognised } = importSources([source(path, text)]);
  const records = fragments.flatMap((fragment) => fragment.records);
  return { importer: fragments[0]?.source.importer, of: (kind: string) => records.filter((record) => record.kind === kind).map(({ value }) => value), problems, unrecognised };
};

describe('compose files', () => {
  it('names a service after the folder of its project, fills in defaults, and reads list and mapping alike', () => {
    const { importer, of } = read('shop/compose.yaml', 'services:\n  llm:\n    image: vllm/vllm-openai:${TAG:-v0.9.0}\n    command: --model org/name\n    environment: [VLLM_NO_USAGE_STATS=1]\n  db: { image: postgres }\n');
    expect(importer).toBe('compose');
    expect(of('deployment')).toEqual([expect.objectContaining({ id: 'shop/llm', model: 'org/name', engine: expect.objectContaining({ version: 'v0.9.0', telemetry: 'disabled' }) })]);
    expect(read('shop/compose.yaml', 'services:\n  llm:\n    image: ollama/ollama\n    environment: { OLLAMA_MODEL: "llama3.2:3b" }\n').of('model')).toEqual([expect.objectContaining({ id: 'llama3.2:3b', source: { hub: 'registry.ollama.ai', repository: 'llama3.2', revision: '3b' } })]);
  });

  it('reads the models that Docker runs beside the services', () => {
    const { of } = read('shop/compose.yaml', 'services:\n  app: { image: app, models: [llm] }\nmodels:\n  llm: { model: ai/smollm2 }\n');
    expect(of('deployment')).toEqual([expect.objectContaining({ id: 'shop/llm', model: 'ai/smollm2' })]);
  });

  it('leaves services without a model alone', () => {
    expect(read('compose.yaml', 'services:\n  ollama-webui: { image: ghcr.io/ollama-webui/ollama-webui }\n').unrecognised).toEqual([{ path: 'compose.yaml' }]);
  });
});

describe('Helm', () => {
  it('reads the values of the vLLM production stack with adapters, and reports literal keys', () => {
    const { of, problems } = read('values.yaml', 'servingEngineSpec:\n  vllmApiKey: live-key\n  modelSpec:\n    - { name: a, repository: vllm/vllm-openai, tag: v1.0, modelURL: org/base }\nloraAdapters:\n  - { name: x, baseModel: a, adapterSource: { repository: org/x } }\n');
    expect(of('deployment')).toEqual([expect.objectContaining({ id: 'a', model: 'org/base' })]);
    expect(of('lineageEdge')).toEqual([expect.objectContaining({ child: 'org/x', parent: 'org/base' })]);
    expect(problems).toEqual([expect.objectContaining({ code: 'inline-secret', line: 2 })]);
    expect(JSON.stringify(problems)).not.toContain('live-key');
  });

  it('reads values with an image and a model, named after their chart', () => {
    expect(read('charts/tgi/values.yaml', 'image: { repository: ghcr.io/huggingface/text-generation-inference, tag: "2.4" }\nLLM_MODEL_ID: org/name\n').of('deployment')).toEqual([expect.objectContaining({ id: 'tgi', model: 'org/name', engine: expect.objectContaining({ id: 'tgi' }) })]);
  });

  it('asks for the rendered output of a template, at the line of the first action', () => {
    expect(read('chart/templates/vllm.yaml', 'kind: Deployment\nname: {{ .Release.Name }}-vllm\n').problems).toEqual([expect.objectContaining({ code: 'helm-template', line: 2, message: expect.stringContaining('helm template') })]);
  });

  it('leaves values of other charts alone', () => {
    expect(read('charts/web/values.yaml', 'image: { repository: nginx }\n# talks to ollama\n').unrecognised).toEqual([{ path: 'charts/web/values.yaml' }]);
    expect(read('charts/web/values.yaml', 'tgi:\n  LLM_ENGINE: text-generation-inference\n').unrecognised).toEqual([expect.objectContaining({ reason: expect.objectContaining({ telling: true, message: expect.stringContaining('helm template') }) })]);
  });
});

describe('the external providers of a router', () => {
  it('become flows out of the cluster', () => {
    const { of } = read('router.yaml', 'external_providers:\n  - { name: openai, api_base: "https://api.openai.com", models: [{ id: gpt-4o }] }\n');
    expect(of('provider')).toEqual([{ id: 'openai', endpoints: ['api.openai.com'] }]);
    expect(of('dataFlow')).toEqual([expect.objectContaining({ to: 'openai', stage: 'prompt', undeclared: true })]);
  });
});
