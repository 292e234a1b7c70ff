import { controlsOfShortForm } from '../../src/core/reference/controls-of-short-form.js';
import { findFacts } from '../../src/core/reference/find-facts.js';
import { isFreerLicence } from '../../src/core/reference/is-freer-licence.js';
import { licenceByTag } from '../../src/core/reference/licence-by-tag.js';
import { lookUpModel } from '../../src/core/reference/look-up-model.js';
import { modelByAlias } from '../../src/core/reference/model-by-alias.js';
import { providerByHost } from '../../src/core/reference/provider-by-host.js';
import { providerByName } from '../../src/core/reference/provider-by-name.js';
import { providerByPrefix } from '../../src/core/reference/provider-by-prefix.js';
import { shippedReference } from './shipped-reference.js';

const reference = shippedReference().indexed;
const today = '2026-11-23';

describe('licence tags of model hubs', () => {
  it.each([
    ['llama2', 'LicenseRef-Llama-2-Community'],
    ['LLAMA3', 'LicenseRef-Llama-3-Community'],
    ['llama3.1', 'LicenseRef-Llama-3.1-Community'],
    ['llama4', 'LicenseRef-Llama-4-Community'],
    ['gemma', 'LicenseRef-Gemma-Terms'],
    ['bigscience-bloom-rail-1.0', 'LicenseRef-BigScience-BLOOM-RAIL-1.0'],
    ['bigcode-openrail-m', 'LicenseRef-BigCode-OpenRAIL-M-1.0'],
    ['deepseek', 'LicenseRef-DeepSeek-1.0'],
    ['Apache-2.0', 'Apache-2.0'],
    ['mit', 'MIT'],
    ['cc-by-nc-4.0', 'CC-BY-NC-4.0'],
    ['qwen-research', 'LicenseRef-Qwen-Research-2024'],
    ['agpl-3.0', 'AGPL-3.0-only'],
  ])('%s means %s', (tag, id) => {
    expect(licenceByTag(reference, tag)).toBe(id);
    expect(reference.licences.has(id)).toBe(true);
  });

  it.each(['other', 'llama', 'openrail', 'unknown', 'custom', ''])('%p means none', (tag) => {
    expect(licenceByTag(reference, tag)).toBeUndefined();
  });
});

describe('freedom of licences', () => {
  const freer = (child: string, parent: string) => isFreerLicence(reference, reference.licences.get(child)!, reference.licences.get(parent)!);

  it('compares a child with its parent', () => {
    expect(freer('MIT', 'LicenseRef-Llama-3.3-Community')).toBe(true);
    expect(freer('Apache-2.0', 'Apache-2.0')).toBe(false);
    expect(freer('LicenseRef-Llama-2-Community', 'CC-BY-NC-4.0')).toBe(true);
    expect(freer('CC-BY-NC-4.0', 'Apache-2.0')).toBe(false);
    expect(freer('MIT', 'LicenseRef-OpenAI-Services-Agreement')).toBeUndefined();
  });
});

describe('typed terms', () => {
  const terms = (id: string) => reference.licences.get(id)!;

  it('keep the Llama versions apart', () => {
    expect(terms('LicenseRef-Llama-2-Community').outputUse).toMatchObject({ value: 'prohibited', trainOtherModels: 'same-family-only', sameFamily: 'Llama 2' });
    expect(terms('LicenseRef-Llama-3-Community').outputUse.trainOtherModels).toBe('same-family-only');
    expect(terms('LicenseRef-Llama-3.1-Community').outputUse.trainOtherModels).toBe('allowed-with-naming');
    expect(terms('LicenseRef-Llama-2-Community').namingPrefix).toBeUndefined();
    expect(terms('LicenseRef-Llama-3-Community').namingPrefix?.prefix).toBe('Llama 3');
    expect(terms('LicenseRef-Llama-3.1-Community').namingPrefix?.prefix).toBe('Llama');
    expect(terms('LicenseRef-Llama-3.1-Community').territory).toBeUndefined();
    expect(terms('LicenseRef-Llama-4-Community').territory).toMatchObject({ excludedJurisdictions: ['EU'], appliesTo: 'multimodal-models', exception: 'end-users-of-embedding-product', writtenIn: 'USE_POLICY.md' });
    for (const version of ['2', '3', '3.1', '3.2', '3.3', '4']) expect(terms(`LicenseRef-Llama-${version}-Community`).userCap).toMatchObject({ threshold: 700_000_000, measured: 'once-at-release' });
  });

  it('let restrictions reach models trained on outputs', () => {
    for (const id of ['LicenseRef-Gemma-Terms', 'LicenseRef-DeepSeek-1.0', 'LicenseRef-BigScience-BLOOM-RAIL-1.0', 'LicenseRef-BigCode-OpenRAIL-M-1.0']) expect(terms(id).outputUse.trainOtherModels).toBe('inherits-terms');
    expect(terms('LicenseRef-OpenAI-Services-Agreement').outputUse.trainOtherModels).toBe('not-competing');
    expect(terms('LicenseRef-DeepSeek-Open-Platform-Terms').outputUse.trainOtherModels).toBe('allowed');
  });

  it('name restricted uses by the shared vocabulary', () => {
    const uses = (id: string) => (terms(id).fieldOfUse ?? []).map(({ tag }) => tag);
    expect(uses('LicenseRef-DeepSeek-1.0')).toContain('military');
    expect(uses('LicenseRef-BigScience-BLOOM-RAIL-1.0')).toEqual(expect.arrayContaining(['medical-advice', 'law-enforcement', 'crime-prediction', 'undisclosed-machine-text']));
    expect(uses('Apache-2.0')).toEqual([]);
  });

  it('call none of the restricted licences compatible with the Open Source AI Definition', () => {
    const wrong = [...reference.licences.values()].filter((licence) => ['use-restricted', 'non-commercial'].includes(licence.class) && licence.osaidCompatible !== 'no');
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('names of models', () => {
  it.each([
    ['meta-llama/Llama-2-7b-hf', 'llama-2-7b'],
    ['META-LLAMA/llama-2-7B-HF', 'llama-2-7b'],
    ['https://huggingface.co/mistralai/Mixtral-8x7B-Instruct-v0.1', 'mixtral-8x7b-v0.1'],
    ['hf://bigscience/bloom@main', 'bloom'],
    ['azure/gpt-4', 'gpt-4'],
    ['bedrock/meta.llama3-1-70b-instruct-v1:0', 'llama-3.1-70b'],
    ['ollama/llama3.1:70b', 'llama-3.1-70b'],
    ['gpt-4-0613', 'gpt-4'],
    ['gpt-4-turbo-2024-04-09', 'gpt-4-turbo'],
    ['WizardLMTeam/WizardMath-7B-V1.1', 'wizardmath-7b-v1.1'],
  ])('%s means %s', (alias, model) => {
    expect(modelByAlias(reference, alias)?.model).toBe(model);
  });

  it.each(['someone/Llama-2-7b-hf-clone', 'nobody/gpt-4', 'llama', '', 'constructor', '__proto__'])('%p is not guessed', (alias) => {
    expect(modelByAlias(reference, alias)).toBeUndefined();
  });

  it('put what differs in a variant in its place', () => {
    expect(lookUpModel(reference, 'meta-math/MetaMath-Mistral-7B', today).value).toMatchObject({ id: 'metamath', licence: 'Apache-2.0', baseModels: [{ model: 'mistral-7b-v0.1' }] });
    expect(lookUpModel(reference, 'meta-math/MetaMath-70B-V1.0', today).value).toMatchObject({ licence: 'LicenseRef-Llama-2-Community', parametersTotal: 70_000_000_000 });
    expect(lookUpModel(reference, 'codellama/CodeLlama-34b-Instruct-hf', today).value).toMatchObject({ parametersTotal: 34_000_000_000, baseModels: [] });
    expect(lookUpModel(reference, 'Qwen/Qwen2.5-3B', today).value?.licence).toBe('LicenseRef-Qwen-Research-2024');
    expect(lookUpModel(reference, 'WizardLMTeam/WizardMath-7B-V1.1', today).value?.licence).toBeUndefined();
  });

  it('do not lend the licence of one generation to another', () => {
    expect(lookUpModel(reference, 'google/gemma-7b', today).value?.licence).toBe('LicenseRef-Gemma-Terms');
    expect(lookUpModel(reference, 'google/gemma-4-31b-it', today).value?.licence).toBe('Apache-2.0');
  });
});

describe('endpoints and prefixes', () => {
  it.each([
    ['api.openai.com', 'openai-api'],
    ['https://contoso.openai.azure.com/openai/deployments/x', 'azure-openai'],
    ['bedrock-runtime.eu-central-1.amazonaws.com', 'aws-bedrock'],
    ['s3.eu-central-1.amazonaws.com', 'aws'],
    ['api.mistral.ai:443', 'mistral-la-plateforme'],
    ['generativelanguage.googleapis.com', 'google-gemini-api'],
    ['europe-west4-aiplatform.googleapis.com', 'google-vertex'],
    ['storage.googleapis.com', 'gcp'],
    ['API.DeepSeek.com.', 'deepseek-api'],
    ['us.cloud.langfuse.com', 'langfuse'],
    ['huggingface.co', 'huggingface-hub'],
    ['router.huggingface.co', 'hf-inference-providers'],
    ['http://localhost:8000/v1', 'self-hosted'],
    ['http://user:pw@vllm.models.svc.cluster.local:8000', 'self-hosted'],
  ])('%s is %s', (host, provider) => {
    expect(providerByHost(reference, host)).toBe(provider);
  });

  it.each(['evil-api.openai.com.example', 'openai.azure.com.evil.example', 'notopenai.com', '', 'llm.internal.example'])('%p is nobody known', (host) => {
    expect(providerByHost(reference, host)).toBeUndefined();
  });

  it.each([
    ['openai/gpt-4o', 'openai-api'],
    ['azure/my-deployment', 'azure-openai'],
    ['bedrock', 'aws-bedrock'],
    ['vertex_ai/gemini-1.5-pro', 'google-vertex'],
    ['anthropic/claude', 'anthropic-api'],
    ['mistral/mistral-large-latest', 'mistral-la-plateforme'],
    ['groq/x', 'groq'],
    ['ollama/llama2', 'self-hosted'],
    ['huggingface/x/y', 'hf-inference-providers'],
    ['together_ai/x', 'together'],
    ['deepseek/deepseek-chat', 'deepseek-api'],
  ])('LiteLLM sends %s to %s', (model, provider) => {
    expect(providerByPrefix(reference, model)).toBe(provider);
    expect(reference.providers.has(provider)).toBe(true);
  });

  it('mark what the organisation runs itself', () => {
    expect(reference.providers.get('self-hosted')).toMatchObject({ selfHosted: true, cloudActReach: 'follows-infrastructure' });
    expect(providerByName(reference, 'azure')).toBe('azure');
    expect(reference.providers.get('azure')?.kind).toBe('cloud');
  });
});

describe('citations of controls', () => {
  const citations = ['ISO27001 A.5.32', 'A.5.32', 'A.5.31', 'AIA-53(2)', 'OWASP LLM03', 'LLM03', 'LLM04', 'SLSA-BUILD-L1', 'SLSA-BUILD-L2', 'ISO42001 A.7.5', 'A.7.3', 'GDPR 44-46', 'GDPR 45', 'EDPB step 6', 'EDPB step 3', 'EDPB step 4, GDPR 48', 'GDPR 44', 'GDPR 28', 'PIPL 40, DPDP 16', 'GDPR 25, 44', 'GDPR 5', 'GDPR 5, 25', 'GDPR 35', 'GDPR 30', 'AIA-6', 'AIA-9..27', 'AIA-53', 'AIA-25, 55', 'AIA-50', 'DORA 28(8)', 'DORA 29', 'DORA 28(3), 30', 'ISO42001 A.4.2', 'DORA 9, ISO27001 A.8.8'];

  it.each(citations)('%s leads to controls that exist', (citation) => {
    const controls = controlsOfShortForm(reference, citation) ?? [];
    expect(controls.length).toBeGreaterThan(0);
    expect(controls.filter((id) => !reference.controls.has(id))).toEqual([]);
  });

  it('that is unknown leads nowhere', () => {
    expect(controlsOfShortForm(reference, 'GDPR 999')).toBeUndefined();
  });
});

describe('finding a record by what a person writes', () => {
  it.each([
    ['llama2', ['licence/LicenseRef-Llama-2-Community']],
    ['licence/MIT', ['licence/MIT']],
    ['api.openai.com', ['provider/openai-api']],
    ['meta-llama/Llama-2-7b-hf', ['model/llama-2-7b']],
    ['US', ['jurisdiction/US']],
    ['text-generation-inference', ['engine/tgi']],
    ['GDPR 44-46', ['control/GDPR-44', 'control/GDPR-45', 'control/GDPR-46']],
    ['gemma', ['licence/LicenseRef-Gemma-Terms']],
    ['nothing-of-the-kind', []],
  ])('%s', (name, facts) => {
    expect(findFacts(reference, name).map(({ fact }) => fact)).toEqual(facts);
  });
});
