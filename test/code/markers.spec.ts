import { providerByHost } from '../../src/core/reference/provider-by-host.js';
import { shippedReference } from '../reference/shipped-reference.js';

const { indexed, 'code-markers': file } = shippedReference();
const { codeMarkers } = file.data;

describe('the marks of providers in code', () => {
  it('name for each host the provider that the provider facts name', () => {
    const different = codeMarkers.flatMap(({ id, hosts, providers }) => (hosts ?? []).map((host) => ({ id, host, provider: providers[0], known: providerByHost(indexed, host.replaceAll('*', 'x')) }))).filter(({ known, provider }) => known !== undefined && known !== provider);
    expect(different).toEqual([]);
  });

  it('claim no package, variable or model twice', () => {
    const packages = codeMarkers.flatMap(({ packages: each }) => Object.entries(each ?? {}).flatMap(([ecosystem, names]) => (names ?? []).map((name) => `${ecosystem} ${name}`)));
    for (const names of [packages, codeMarkers.flatMap(({ variables }) => variables ?? []), codeMarkers.flatMap(({ models }) => models ?? [])]) expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('reach the providers that serve models in the European Union as well as those that do not', () => {
    const reached = new Set(codeMarkers.flatMap(({ providers }) => providers));
    for (const id of ['openai-api', 'azure-openai', 'anthropic-api', 'aws-bedrock', 'google-vertex', 'google-gemini-api', 'mistral-la-plateforme', 'aleph-alpha', 'scaleway', 'ovhcloud', 'ionos', 'deepseek-api', 'openrouter']) expect(reached).toContain(id);
  });
});
