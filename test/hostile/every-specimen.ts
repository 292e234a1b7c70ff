import { specimens } from './specimens.js';

const digest = 'a'.repeat(64);
const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

export interface Seed {
  /** Id of the importer that reads it. */
  readonly importer: string;
  readonly path: string;
  readonly text: string;
}

const [manifest, card, config, gateway] = specimens;
const given = (importer: string, specimen: (typeof specimens)[number] | undefined): Seed => ({ importer, path: specimen?.path ?? '', text: specimen?.text ?? '' });

/** A valid file for each importer of the registry, with as many of its parts as it reads: what mutations begin with. */
export const everySpecimen: readonly Seed[] = [
  given('domicile-yaml', manifest),
  given('hugging-face-card', card),
  given('hugging-face-config', config),
  given('litellm', gateway),
  { importer: 'pull-report', path: 'pulled/pull.json', text: json({ domicilePull: 1, connection: 'cluster', system: 'kubernetes', complete: false, files: [{ path: 'a.json', sha256: digest }], gaps: [{ code: 'not-allowed', what: 'the pods of all namespaces', message: 'https://k8s.example.org/api/v1/pods answers 403; allow it', tolerated: false }, { code: 'cut', what: 'the rest', message: 'goes on; raise mostPages', tolerated: true }] }) },
  { importer: 'helm-template', path: 'chart/templates/vllm.yaml', text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}-vllm\nspec: { image: vllm/vllm-openai }\n' },
  {
    importer: 'kubernetes',
    path: 'k8s/app.yaml',
    text: `apiVersion: apps/v1
kind: Deployment
metadata: { name: chat, namespace: prod }
spec:
  template:
    spec:
      nodeSelector: { topology.kubernetes.io/region: eu-central-1 }
      containers:
        - name: engine
          image: vllm/vllm-openai:v0.9.1@sha256:${digest}
          args: [--model, meta-llama/Llama-3.1-8B-Instruct, --revision=abc, --quantization, fp8, --trust-remote-code]
          env: [{ name: VLLM_NO_USAGE_STATS, value: "1" }, { name: OPENAI_API_KEY, valueFrom: { secretKeyRef: { name: a, key: b } } }]
---
apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: { name: claims }
spec: { predictor: { model: { modelFormat: { name: huggingface }, storageUri: "hf://org/name:main" } } }
`,
  },
  { importer: 'compose', path: 'shop/compose.yaml', text: 'services:\n  llm:\n    image: vllm/vllm-openai:${TAG:-v0.9.0}\n    command: --model org/name\n    environment: [VLLM_NO_USAGE_STATS=1, OPENAI_API_KEY]\n  chat:\n    image: ollama/ollama\n    environment: { OLLAMA_MODEL: "llama3.2:3b" }\n' },
  { importer: 'helm-values', path: 'charts/stack/values.yaml', text: 'servingEngineSpec:\n  modelSpec:\n    - { name: a, repository: vllm/vllm-openai, tag: v1.0, modelURL: org/base }\nloraAdapters:\n  - { name: x, baseModel: a, adapterSource: { repository: org/x } }\nimage: { repository: ghcr.io/huggingface/text-generation-inference, tag: "2.4" }\nLLM_MODEL_ID: org/name\n' },
  { importer: 'vllm-router', path: 'router.yaml', text: 'external_providers:\n  - { name: openai, provider: openai, url: https://api.openai.com, models: [gpt-4o] }\n  - { name: claude, provider: anthropic, models: [claude-3-5-sonnet] }\n' },
  {
    importer: 'cyclonedx',
    path: 'bom.json',
    text: json({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      components: [
        { type: 'machine-learning-model', 'bom-ref': 'm', name: 'Qwen/Qwen-7B', purl: 'pkg:huggingface/Qwen/Qwen-7B@ef3c', manufacturer: { name: 'Alibaba Cloud', address: { country: 'CN' } }, licenses: [{ license: { id: 'Apache-2.0' } }], hashes: [{ alg: 'SHA-256', content: digest }], modelCard: { modelParameters: { task: 'text-generation', datasets: [{ ref: 'd' }] } }, pedigree: { ancestors: [{ type: 'machine-learning-model', name: 'org/base' }] }, properties: [{ name: 'domicile:x', value: 'y' }] },
        { type: 'data', 'bom-ref': 'd', name: 'tickets' },
      ],
      services: [{ 'bom-ref': 's', name: 'api', provider: { name: 'Acme' }, endpoints: ['https://api.acme.example'], data: [{ flow: 'outbound', classification: 'PII' }] }],
    }),
  },
  {
    importer: 'terraform-plan',
    path: 'plan.json',
    text: json({
      format_version: '1.2',
      terraform_version: '1.9.0',
      planned_values: { root_module: { resources: [{ type: 'azurerm_cognitive_account', address: 'azurerm_cognitive_account.this', values: { name: 'acc', location: 'swedencentral' } }], child_modules: [{ resources: [{ type: 'azurerm_cognitive_deployment', address: 'azurerm_cognitive_deployment.gpt', values: { name: 'gpt', model: [{ format: 'OpenAI', name: 'gpt-4o', version: '2024-08-06' }], sku: [{ name: 'GlobalStandard' }] } }, { type: 'aws_bedrock_inference_profile', address: 'data.aws_bedrock_inference_profile.c', values: { inference_profile_id: 'eu.anthropic.claude-3-7-sonnet-20250219-v1:0' } }] }] } },
      configuration: { provider_config: { aws: { expressions: { region: { constant_value: 'eu-central-1' } } } } },
    }),
  },
  { importer: 'terraform-static', path: 'main.tf', text: 'resource "azurerm_cognitive_deployment" "gpt" {\n  name = var.name\n}\n' },
  { importer: 'ollama-manifest', path: 'models/manifests/registry.ollama.ai/library/llama3.2/3b', text: json({ schemaVersion: 2, config: { digest: `sha256:${digest}` }, layers: ['model', 'license', 'system', 'adapter'].map((kind) => ({ mediaType: `application/vnd.ollama.image.${kind}`, digest: `sha256:${digest}`, size: 7 })) }) },
  { importer: 'ollama-modelfile', path: 'claims/Modelfile', text: 'FROM llama3.2:3b\nSYSTEM """\nFROM nowhere\n"""\nADAPTER ./lora.gguf\nPARAMETER temperature 1\nLICENSE "MIT"\n' },
  { importer: 'model-pack', path: 'p/config.json', text: json({ descriptor: { name: 'xyz', vendor: 'XYZ', version: '1', licenses: ['Apache-2.0'] }, config: { paramSize: '7.5b', precision: 'bf16', capabilities: { input_types: ['text'], output_types: ['image'] } }, modelfs: { type: 'layers', diffIds: [`sha256:${digest}`] } }) },
  { importer: 'mlflow', path: 'claims/MLmodel', text: 'artifact_path: model\nflavors:\n  python_function: { model_path: model.pkl }\n  sklearn: { pickled_model: model.pkl, serialization_format: cloudpickle }\n  transformers: { source_model_name: org/base, task: text-generation }\nmodel_size_bytes: 878\n' },
  { importer: 'in-toto', path: 's.json', text: json({ _type: 'https://in-toto.io/Statement/v1', subject: [{ name: 'org/model.gguf', digest: { sha256: digest } }], predicateType: 'https://slsa.dev/provenance/v1', predicate: { buildDefinition: { resolvedDependencies: [{ uri: 'https://huggingface.co/org/base' }, { uri: 'git+https://example.org/code' }] } } }) },
  {
    importer: 'in-toto',
    path: 'multiple.intoto.jsonl',
    text: `${[1, 2].map((number) => JSON.stringify({ payloadType: 'application/vnd.in-toto+json', payload: btoa(JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', subject: [{ name: `org/m${number}`, digest: { sha256: digest } }], predicateType: 'https://slsa.dev/provenance/v1', predicate: {} })), signatures: [] })).join('\n')}\n`,
  },
  { importer: 'open-lineage', path: 'e.ndjson', text: `${['t', 'u'].map((name) => JSON.stringify({ eventTime: '2026-01-02T03:04:05Z', job: { namespace: 'n', name: 'j' }, run: {}, inputs: [{ namespace: 's3://b', name }], producer: 'x' })).join('\n')}\n` },
  { importer: 'open-lineage', path: 'e.json', text: json({ eventTime: '2026-01-02T03:04:05Z', job: { namespace: 'n', name: 'j' }, run: {}, inputs: [{ namespace: 'postgres://me:secret@db', name: 't' }], outputs: [{ namespace: 's3://b', name: 'o' }], producer: 'x' }) },
  { importer: 'k8s-aibom', path: 'scrape.json', text: json({ scraperName: 'inference.spec', components: [{ type: 'application', name: 'vllm', version: 'v0.6.3', properties: { 'runtime.name': 'vllm' } }, { type: 'container', hashes: { sha256: digest }, confidence: 'declared' }, { type: 'machine-learning-model', name: 'org/m', confidence: 'declared' }] }) },
  { importer: 'tables', path: 'deployments.csv', text: '"id","name","model","place.country","aiAct.evidence","engine.offline","fallback.substituteDays"\r\n"chat","\'=Chat","bloom","DE","AIA-9; AIA-10","true","30"\r\n' },
  { importer: 'borderlint', path: 'b.json', text: json({ borderlint: '1', components: [{ provider: 'deepseek', name: 'DeepSeek', jurisdictions: ['cn'], sites: [{ file: 'app.py', line: 2, kind: 'endpoint_reference', evidence: 'api.deepseek.com', jurisdiction: 'cn' }] }], schema: 'borderlint.ai-dataflow-sbom/1' }) },
  {
    importer: 'spdx-3',
    path: 'spdx.json',
    text: json({
      '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
      '@graph': [
        { type: 'CreationInfo', '@id': '_:c', specVersion: '3.0.1' },
        { type: 'ai_AIPackage', spdxId: 'm', name: 'm', verifiedUsing: [{ type: 'Hash', algorithm: 'sha256', hashValue: digest }] },
        { type: 'ai_AIPackage', spdxId: 'base', name: 'base' },
        { type: 'dataset_DatasetPackage', spdxId: 'd', name: 'Tickets' },
        { type: 'simplelicensing_LicenseExpression', spdxId: 'l', simplelicensing_licenseExpression: 'Apache-2.0' },
        ...[['hasConcludedLicense', 'l'], ['trainedOn', 'd'], ['descendantOf', 'base']].map(([relationshipType, to]) => ({ type: 'Relationship', spdxId: `r-${relationshipType}`, from: 'm', relationshipType, to: [to] })),
      ],
    }),
  },
  { importer: 'fideslang', path: 'fides.yml', text: 'dataset:\n  - fides_key: d\n    collections: [{ name: c, fields: [{ name: f, fields: [{ name: g, data_categories: [user.name] }] }] }]\nsystem:\n  - fides_key: crm\n    egress: [{ fides_key: llm, type: system }]\n    privacy_declarations:\n      - { name: Support, data_categories: [user.contact], data_subjects: [customer], dataset_references: [d] }\n' },
];
