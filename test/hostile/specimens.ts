/** A valid file of each kind that an importer reads, the seed of every mutation. */
export const specimens: readonly { readonly path: string; readonly text: string }[] = [
  {
    path: 'domicile.yaml',
    text: `domicile: 1
organisation: { id: acme, name: ACME SE, seat: DE }
providers:
  - { id: own, kind: own, country: DE }
models:
  - id: llama
    name: "Llama 3.1 \\u0041"
    licence: { expression: LicenseRef-Llama-3.1-Community }
    baseModels: [{ id: base, relation: finetune }]
deployments:
  - id: helpdesk
    purpose: >-
      Answers questions
      of staff
    status: live
    model: llama
    flows:
      - { id: prompts, stage: prompt, to: own, processingCountries: [DE], retentionDays: 7 }
`,
  },
  { path: 'models/tiny/README.md', text: '---\nlicense: llama3.1\nbase_model:\n- acme/base-7b\n- acme/other-7b\nlanguage: [en, de]\ntags: [merge]\n---\n# Tiny\n\nText.\n' },
  { path: 'models/tiny/config.json', text: '{\n  "model_type": "llama",\n  "architectures": ["LlamaForCausalLM"],\n  "num_hidden_layers": 32,\n  "quantization_config": { "quant_method": "awq", "bits": 4 },\n  "auto_map": { "AutoModel": "x.py" }\n}\n' },
  {
    path: 'gateway/litellm.yaml',
    text: `model_list:
  - model_name: chat
    litellm_params: { model: azure/gpt-4, api_base: https://a.openai.azure.com, api_key: os.environ/KEY }
  - model_name: "claude-*"
    litellm_params: { model: anthropic/claude-3 }
litellm_settings:
  fallbacks: [{ chat: [claude-3] }]
  callbacks: [langfuse]
router_settings:
  model_group_alias: { gpt: chat }
`,
  },
  {
    path: 'inventory.cdx.json',
    text: `{
 "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
 "metadata": { "properties": [ { "name": "domicile:inventory", "value": "1" }, { "name": "domicile:organisation:record", "value": "organisation/acme" }, { "name": "domicile:organisation:users-per-month", "value": "410000" } ] },
 "components": [ { "type": "machine-learning-model", "name": "Llama", "bom-ref": "model/llama", "licenses": [ { "license": { "id": "MIT" } } ], "properties": [
  { "name": "domicile:record", "value": "model/llama" }, { "name": "domicile:developer-country", "value": "US" }, { "name": "domicile:languages", "value": "[\\"en\\"]" },
  { "name": "domicile:evidence:1:source", "value": "a.yaml" }, { "name": "domicile:evidence:1:locator", "value": "3:1" }, { "name": "domicile:evidence:1:confidence", "value": "inferred" },
  { "name": "domicile:evidence:1:locator:/name", "value": "3:9" }, { "name": "domicile:evidence:2:locator:/name", "value": "4:9" }, { "name": "domicile:evidence:2:value:/name", "value": "Other" } ] } ],
 "services": [ { "name": "own", "properties": [ { "name": "domicile:record", "value": "provider/own" }, { "name": "domicile:flow:prompts:record", "value": "flow/prompts" }, { "name": "domicile:flow:prompts:retention", "value": "7" } ] } ]
}
`,
  },
];
