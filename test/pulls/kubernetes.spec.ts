import { gatherSources } from '../../src/importers/gather-sources.js';
import { type InventoryRecord } from '../../src/core/inventory/inventory-fragment.js';
import { connectionTo, jsonOfFile, pullFrom, startRecordedSystem, textOf, type Recorded, type RecordedSystem } from './recorded-system.js';

/*
 * Shapes after https://kubernetes.io/docs/concepts/overview/kubernetes-api/ (discovery), https://kubernetes.io/docs/reference/using-api/api-concepts/
 * (lists in chunks, 410) and https://kserve.github.io/website/docs/reference/crd-api (InferenceService, LLMInferenceService).
 */
const metadata = (name: string, more: object = {}): object => ({
  name,
  namespace: 'prod',
  uid: `uid-of-${name}`,
  resourceVersion: '10245',
  creationTimestamp: '2026-09-01T10:00:00Z',
  labels: { app: name },
  annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{"spec":{"env":[{"name":"OPENAI_API_KEY","value":"sk-live-0123456789abcdef"}]}}' },
  managedFields: [{ manager: 'kubectl', operation: 'Apply' }],
  ...more,
});
const pod = (image: string, more: object = {}): object => ({ containers: [{ name: 'main', image, ...more }] });
const list = (kind: string, items: readonly object[], next = ''): object => ({ kind: `${kind}List`, apiVersion: 'apps/v1', metadata: { resourceVersion: '10245', continue: next }, items });
const vllm = { metadata: metadata('chat'), spec: { replicas: 2, template: { spec: pod('vllm/vllm-openai:v0.9.1', { args: ['--model', 'meta-llama/Llama-3.1-8B-Instruct', '--api-key', 'sk-live-0123456789abcdef'], env: [{ name: 'HF_TOKEN', value: 'hf_0123456789abcdefghij' }, { name: 'VLLM_NO_USAGE_STATS', value: '1' }] }) } }, status: { readyReplicas: 2 } };
const ownedBy = (kind: string, name: string): object => ({ ownerReferences: [{ apiVersion: 'x/v1', kind, name, uid: `uid-of-${name}`, controller: true }] });

const builtIn = Object.fromEntries(
  ['/apis/apps/v1/deployments', '/apis/apps/v1/statefulsets', '/apis/apps/v1/daemonsets', '/apis/apps/v1/replicasets', '/apis/batch/v1/cronjobs', '/apis/batch/v1/jobs', '/api/v1/replicationcontrollers', '/api/v1/pods'].map((path) => [path, list('Any', [])]),
);
const cluster: Readonly<Record<string, Recorded>> = {
  ...builtIn,
  '/apis': { kind: 'APIGroupList', apiVersion: 'v1', groups: [{ name: 'apps', versions: [{ groupVersion: 'apps/v1', version: 'v1' }], preferredVersion: { groupVersion: 'apps/v1', version: 'v1' } }, { name: 'serving.kserve.io', versions: [{ groupVersion: 'serving.kserve.io/v1alpha1', version: 'v1alpha1' }, { groupVersion: 'serving.kserve.io/v1beta1', version: 'v1beta1' }], preferredVersion: { groupVersion: 'serving.kserve.io/v1beta1', version: 'v1beta1' } }] },
  '/apis/serving.kserve.io/v1beta1': { kind: 'APIResourceList', groupVersion: 'serving.kserve.io/v1beta1', resources: [{ name: 'inferenceservices', singularName: 'inferenceservice', namespaced: true, kind: 'InferenceService', verbs: ['get', 'list'] }, { name: 'inferenceservices/status', singularName: '', namespaced: true, kind: 'InferenceService', verbs: ['get'] }] },
  '/apis/serving.kserve.io/v1alpha1': { kind: 'APIResourceList', groupVersion: 'serving.kserve.io/v1alpha1', resources: [{ name: 'llminferenceservices', singularName: 'llminferenceservice', namespaced: true, kind: 'LLMInferenceService', verbs: ['get', 'list'] }] },
  '/apis/serving.kserve.io/v1beta1/inferenceservices': { kind: 'InferenceServiceList', apiVersion: 'serving.kserve.io/v1beta1', metadata: {}, items: [{ apiVersion: 'serving.kserve.io/v1beta1', kind: 'InferenceService', metadata: metadata('claims'), spec: { predictor: { model: { modelFormat: { name: 'huggingface' }, storageUri: 'hf://Qwen/Qwen2.5-7B-Instruct' } } }, status: {} }] },
  '/apis/serving.kserve.io/v1alpha1/llminferenceservices': { kind: 'LLMInferenceServiceList', apiVersion: 'serving.kserve.io/v1alpha1', metadata: {}, items: [] },
  '/apis/apps/v1/deployments?limit=100': list('Deployment', [vllm, { metadata: metadata('shop'), spec: { template: { spec: pod('nginx:1.27') } } }], 'ENCODED_CONTINUE_TOKEN'),
  '/apis/apps/v1/deployments?limit=100&continue=ENCODED_CONTINUE_TOKEN': list('Deployment', [{ metadata: metadata('claims-predictor', ownedBy('InferenceService', 'claims')), spec: { template: { spec: pod('kserve/huggingfaceserver:v0.15', { args: ['--model_name=claims'] }) } } }]),
  '/apis/apps/v1/replicasets': list('ReplicaSet', [{ metadata: metadata('chat-7d9', ownedBy('Deployment', 'chat')), spec: { template: { spec: pod('vllm/vllm-openai:v0.9.1') } } }]),
  '/api/v1/pods': list('Pod', [
    { metadata: metadata('lone'), spec: pod('ollama/ollama:0.5', { env: [{ name: 'OLLAMA_MODEL', value: 'llama3.2' }] }) },
    { metadata: metadata('farm-0', ownedBy('ModelFarm', 'farm')), spec: pod('vllm/vllm-openai:v0.9.1', { args: ['--model', 'org/name'] }) },
    { metadata: metadata('farm-1', ownedBy('ModelFarm', 'farm')), spec: pod('vllm/vllm-openai:v0.9.1', { args: ['--model', 'org/name'] }) },
  ]),
};

describe('a pull from a Kubernetes cluster', () => {
  let system: RecordedSystem;
  const pull = async (answers: Readonly<Record<string, Recorded>>, settings: object = {}) => {
    system = await startRecordedSystem(answers);
    return pullFrom(connectionTo({ system: 'kubernetes', url: system.url, ...settings }));
  };
  afterEach(() => system.close());
  const records = (files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): readonly InventoryRecord[] => gatherSources(files.filter(({ path }) => path !== 'pull.json').map(({ path, bytes }) => ({ path, content: new TextDecoder().decode(bytes) }))).imported.fragments.flatMap((fragment) => fragment.records);

  it('brings every workload that runs a model, once: not what belongs to one that was read', async () => {
    const pulled = await pull(cluster);
    expect(pulled.report).toMatchObject({ complete: true, gaps: [], passedOver: { count: 1, first: ['prod/deployment-shop.json'] } });
    expect(pulled.report.files.map(({ path, url, revision }) => [path, url.slice(system.url.length), revision])).toEqual([
      ['prod/deployment-chat.json', '/apis/apps/v1/namespaces/prod/deployments/chat', '10245'],
      ['prod/inferenceservice-claims.json', '/apis/serving.kserve.io/v1beta1/namespaces/prod/inferenceservices/claims', '10245'],
      ['prod/pod-farm-0.json', '/api/v1/namespaces/prod/pods/farm-0', '10245'],
      ['prod/pod-lone.json', '/api/v1/namespaces/prod/pods/lone', '10245'],
    ]);
  });

  it('gives the importers what they need and tells that secrets stood there', async () => {
    const pulled = await pull(cluster);
    expect(records(pulled.files).filter(({ kind }) => kind === 'deployment').map(({ id }) => id).sort()).toEqual(['prod/chat', 'prod/claims', 'prod/farm-0', 'prod/lone']);
    expect(records(pulled.files)).toContainEqual(expect.objectContaining({ kind: 'model', id: 'meta-llama/Llama-3.1-8B-Instruct' }));
    const { problems } = gatherSources([{ path: 'chat.json', content: textOf(pulled, 'prod/deployment-chat.json') }]);
    expect(problems.map(({ code }) => code)).toContain('inline-secret');
  });

  it('keeps no secret, no status and nothing that was applied before', async () => {
    const pulled = await pull(cluster);
    for (const { bytes } of pulled.files) expect(new TextDecoder().decode(bytes)).not.toMatch(/sk-live|hf_0123|last-applied|managedFields|readyReplicas/);
    expect(jsonOfFile(pulled, 'prod/deployment-chat.json')).toMatchObject({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'chat', namespace: 'prod', labels: { app: 'chat' } }, spec: { template: { spec: { containers: [{ args: ['--model', 'meta-llama/Llama-3.1-8B-Instruct', '--api-key', 'redacted'], env: [{ name: 'HF_TOKEN', value: 'redacted' }, { value: '1' }] }] } } } });
  });

  it('asks for the namespaces that are named, and tells one that is not there', async () => {
    const inNamespace = Object.fromEntries(Object.entries(cluster).map(([path, answer]) => [path.replace(/^(\/api\/v1|\/apis\/[^/]+\/[^/]+)\/([a-z]+)(\?|$)/, '$1/namespaces/prod/$2$3'), answer]));
    const empty = Object.fromEntries(Object.keys(inNamespace).map((path) => [path.split('?')[0]?.replace('/namespaces/prod/', '/namespaces/gone/') ?? '', list('Any', [])]));
    const { report } = await pull({ ...empty, ...inNamespace, '/api/v1/namespaces/prod': { kind: 'Namespace' }, '/api/v1/namespaces/gone': { status: 404, body: { kind: 'Status', code: 404, reason: 'NotFound' } } }, { namespaces: ['prod', 'gone'] });
    expect(report.gaps).toMatchObject([{ code: 'not-found', what: 'the namespace gone' }]);
    expect(report.files).toHaveLength(4);
  });

  it.each([
    ['one kind that it may not read, and goes on', { '/apis/apps/v1/statefulsets': { status: 403, body: { kind: 'Status', reason: 'Forbidden', code: 403 } } }, 'not-allowed', 'the statefulsets of all namespaces', 4],
    ['a list that expires while it is read', { '/apis/apps/v1/deployments?limit=100&continue=ENCODED_CONTINUE_TOKEN': { status: 410, body: { kind: 'Status', reason: 'Expired', code: 410 } } }, 'expired', 'the rest of the deployments of all namespaces', 4],
    ['a group that cannot be looked up', { '/apis/serving.kserve.io/v1alpha1': { status: 503, body: '' } }, 'server-error', 'which resources the group serving.kserve.io has', 3],
    ['kinds that cannot be looked up', { '/apis': { status: 403, body: '' } }, 'not-allowed', 'which kinds of resources the cluster serves', 3],
  ])('tells %s', async (_name, change: Readonly<Record<string, Recorded>>, code, what, files) => {
    const { report } = await pull({ ...cluster, ...change });
    expect([report.complete, report.gaps.map((gap) => [gap.code, gap.what])]).toEqual([false, [[code, what]]]);
    expect(report.files.length).toBe(files);
  });
});
