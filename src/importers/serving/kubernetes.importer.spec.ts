import { type SourceFile } from '../../core/inventory/source-file.js';
import { importSources } from '../import-sources.js';
import { kubernetesImporter } from './kubernetes.importer.js';

const source = (path: string, text: string): SourceFile => ({ path, bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64) });
const read = (text: string, options = {}) => {
  const { fragment, problems } = kubernetesImporter.import(source('k8s/app.yaml', text), options);
  const of = (kind: string) => fragment.records.filter((record) => record.kind === kind).map(({ value }) => value);
  return { of, problems, records: fragment.records };
};

const vllm = `apiVersion: apps/v1
kind: Deployment
metadata: { name: chat, namespace: prod }
spec:
  template:
    spec:
      nodeSelector: { topology.kubernetes.io/region: eu-central-1 }
      containers:
        - name: engine
          image: registry.local:5000/vllm/vllm-openai:v0.9.1@sha256:${'a'.repeat(64)}
          args: [--model, meta-llama/Llama-3.1-8B-Instruct, --revision=abc, --quantization, fp8, --trust-remote-code]
          env:
            - { name: VLLM_NO_USAGE_STATS, value: "1" }
            - { name: HF_HUB_OFFLINE, value: "1" }
            - { name: HF_TOKEN, value: hf_live_secret }
`;

describe('kubernetesImporter', () => {
  it('reads model, engine, image, region and what is switched off, each at its line', () => {
    const { of, records } = read(vllm);
    expect(of('deployment')).toEqual([
      {
        id: 'prod/chat',
        name: 'chat',
        model: 'meta-llama/Llama-3.1-8B-Instruct',
        route: 'self-hosted',
        quantisation: 'fp8',
        place: { region: 'eu-central-1' },
        engine: { id: 'vllm', image: `registry.local:5000/vllm/vllm-openai:v0.9.1@sha256:${'a'.repeat(64)}`, imageDigest: `sha256:${'a'.repeat(64)}`, version: 'v0.9.1', telemetry: 'disabled', offline: true },
      },
    ]);
    expect(of('model')).toEqual([{ id: 'meta-llama/Llama-3.1-8B-Instruct', source: { hub: 'huggingface.co', repository: 'meta-llama/Llama-3.1-8B-Instruct', revision: 'abc' }, remoteCode: true }]);
    const deployment = records.find(({ kind }) => kind === 'deployment');
    expect(deployment?.origins['/model']).toMatchObject({ line: 11, confidence: 'declared' });
    expect(records.flatMap(({ origin, origins }) => [origin, ...Object.values(origins)]).filter(({ confidence }) => confidence === 'verified')).toEqual([]);
  });

  it('reports a literal token and copies it nowhere', () => {
    const { problems, records } = read(vllm);
    expect(problems).toEqual([expect.objectContaining({ code: 'inline-secret', line: 15, level: 'warning' })]);
    expect(JSON.stringify([problems, records])).not.toContain('hf_live_secret');
  });

  it('says nothing of telemetry where variables come from elsewhere, and infers the default where they do not', () => {
    const plain = vllm.replace(/ {10}env:[\s\S]*$/, '');
    expect(read(plain).of('deployment')[0]).toMatchObject({ engine: { telemetry: 'default', offline: false } });
    const more = `${plain}          envFrom: [{ configMapRef: { name: engine } }]\n`;
    expect(read(more).of('deployment')[0]?.['engine']).not.toHaveProperty('telemetry');
  });

  it('reads commands of a shell, with their variables, and takes no module of Python for a model', () => {
    const script = 'apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec:\n  containers:\n    - image: ubuntu:22.04\n      env: [{ name: MODEL, value: org/name }]\n      command: [bash, -c, "python -m pip install x\\npython -m vllm.entrypoints.openai.api_server --model ${MODEL}"]\n';
    expect(read(script).of('deployment')[0]).toMatchObject({ model: 'org/name', engine: { id: 'vllm', image: 'ubuntu:22.04' } });
    expect(read(script).of('deployment')[0]?.['engine']).not.toHaveProperty('version');
  });

  it('keeps the engine and reports the model that is filled in elsewhere', () => {
    const { of, problems } = read(vllm.replace('meta-llama/Llama-3.1-8B-Instruct', '$(MODEL_FROM_SECRET)'));
    expect(of('model')).toEqual([]);
    expect(of('deployment')[0]).toMatchObject({ engine: { id: 'vllm' } });
    expect(problems.map(({ code }) => code)).toContain('no-model');
  });

  it('reads KServe services of both kinds, with adapters', () => {
    const { of } = read(`apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: { name: a }
spec: { predictor: { model: { modelFormat: { name: huggingface }, storageUri: "hf://org/base" } } }
---
apiVersion: serving.kserve.io/v1alpha2
kind: LLMInferenceService
metadata: { name: b }
spec: { model: { uri: "hf://org/base", lora: { adapters: [{ name: x, uri: "hf://org/x" }, { name: y, uri: "hf://org/y", disabled: true }] } } }
`);
    expect(of('deployment')).toEqual([expect.objectContaining({ id: 'a', model: 'org/base' }), expect.objectContaining({ id: 'b', model: 'org/base' })]);
    expect(of('lineageEdge')).toEqual([{ id: 'org/x adapter org/base', child: 'org/x', parent: 'org/base', relation: 'adapter' }]);
  });

  it('finds the model APIs that a workload is given keys for, unless their address is its own', () => {
    const agent = (extra: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: agent }\nspec: { template: { spec: { containers: [{ image: acme/agent, env: [{ name: OPENAI_API_KEY, valueFrom: { secretKeyRef: { name: s, key: k } } }${extra}] }] } } }\n`;
    expect(read(agent('')).of('dataFlow')).toEqual([{ id: 'agent/env-openai', deployment: 'agent', stage: 'prompt', to: 'openai', via: 'OPENAI_API_KEY', undeclared: true }]);
    expect(read(agent(', { name: OPENAI_BASE_URL, value: "http://vllm:8000/v1" }')).of('dataFlow')).toEqual([]);
    expect(read(agent(', { name: OPENAI_BASE_URL, value: "https://api.deepseek.com/v1" }')).of('dataFlow')).toEqual([expect.objectContaining({ to: 'api.deepseek.com' })]);
  });

  it('takes one workload for the deployment a manifest attaches it to, and asks which where there are several', () => {
    expect(read(vllm, { subject: 'claims' }).of('deployment')[0]).toMatchObject({ id: 'claims' });
    const two = read(`${vllm}---\n${vllm.replace('name: chat', 'name: other')}`, { subject: 'claims' });
    expect(two.problems.map(({ code }) => code)).toContain('ambiguous-part');
    expect(read(`${vllm}---\n${vllm.replace('name: chat', 'name: other')}`, { subject: 'claims', part: 'other' }).of('deployment')).toEqual([expect.objectContaining({ id: 'claims' })]);
  });

  it.each([
    ['a service that only bears the name', 'apiVersion: v1\nkind: Service\nmetadata: { name: ollama }\nspec: { ports: [{ port: 11434 }] }\n'],
    ['a web server', 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { containers: [{ image: nginx }] } } }\n'],
    ['a workflow of another tool', 'name: ci\non: push\njobs: { ollama: {} }\n'],
  ])('leaves %s alone', (_what, text) => {
    expect(importSources([source('x.yaml', text)]).unrecognised).toEqual([{ path: 'x.yaml' }]);
  });

  it('reads keys in quotes as those without', () => {
    const quoted = "'apiVersion': apps/v1\n'kind': Deployment\n'metadata': { 'name': x }\n'spec': { 'template': { 'spec': { 'containers': [{ 'name': 'v', 'image': 'vllm/vllm-openai:v1', 'args': ['--model', 'org/m'] }] } } }\n";
    expect(importSources([source('x.yaml', quoted)]).fragments.flatMap(({ records }) => records).map(({ kind, id }) => `${kind} ${id}`)).toEqual(['deployment x', 'model org/m']);
  });

  it.each([
    ['runtimes that KServe fills in, which run nothing', 'apiVersion: serving.kserve.io/v1alpha1\nkind: ServingRuntime\nmetadata: { name: r }\nspec:\n  containers:\n    - image: vllm/vllm-openai:v1\n      args: ["--served-model-name={{.Name}}"]\n', 'no-facts'],
    ['charts that another program installs', 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: v }\nspec:\n  values: { image: { repository: vllm/vllm-openai } }\n', 'unrendered'],
  ])('says of %s that it adds nothing', (_, text, code) => {
    const { fragments, problems, unrecognised } = importSources([source('x.yaml', text)]);
    expect([fragments.flatMap(({ records }) => records), unrecognised]).toEqual([[], []]);
    expect(problems).toEqual([expect.objectContaining({ line: 2, code, level: 'warning' })]);
  });

  it('reports manifests of engines that cannot be read', () => {
    const { problems } = importSources([source('x.yaml', 'apiVersion: v1\nkind: Pod\nspec:\n\timage: vllm/vllm-openai\n')]);
    expect(problems[0]).toMatchObject({ code: 'yaml-syntax', line: 4 });
  });
});
