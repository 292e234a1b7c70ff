import { type Container, type EnvironmentEntry } from './container.js';

/** A model API that a container is set up to call. */
export interface OutsideProvider {
  readonly id: string;
  readonly entry: EnvironmentEntry;
  readonly host?: string;
}

/** Variables by which the clients of model APIs are given their keys. */
const keyVariables: readonly { readonly provider: string; readonly key: RegExp; readonly base?: RegExp }[] = [
  { provider: 'openai', key: /^OPENAI_API_KEY$/, base: /^OPENAI_(BASE_URL|API_BASE)$/ },
  { provider: 'azure', key: /^AZURE_OPENAI_(API_)?KEY$/, base: /^AZURE_OPENAI_ENDPOINT$/ },
  { provider: 'anthropic', key: /^ANTHROPIC_API_KEY$/, base: /^ANTHROPIC_BASE_URL$/ },
  { provider: 'gemini', key: /^(GEMINI|GOOGLE_GENAI|GOOGLE_AI)_API_KEY$/ },
  { provider: 'mistral', key: /^MISTRAL_API_KEY$/ },
  { provider: 'cohere', key: /^(COHERE|CO)_API_KEY$/ },
  { provider: 'groq', key: /^GROQ_API_KEY$/ },
  { provider: 'deepseek', key: /^DEEPSEEK_API_KEY$/ },
  { provider: 'together', key: /^TOGETHER(AI)?_API_KEY$/ },
  { provider: 'fireworks', key: /^FIREWORKS_API_KEY$/ },
  { provider: 'openrouter', key: /^OPENROUTER_API_KEY$/ },
  { provider: 'xai', key: /^XAI_API_KEY$/ },
  { provider: 'perplexity', key: /^PERPLEXITY(AI)?_API_KEY$/ },
];

/** Whether a text names a variable of a model API. */
export const outsideVariable = /\b((AZURE_)?OPENAI|ANTHROPIC|GEMINI|GOOGLE_GENAI|GOOGLE_AI|MISTRAL|COHERE|GROQ|DEEPSEEK|TOGETHER(AI)?|FIREWORKS|OPENROUTER|XAI|PERPLEXITY(AI)?)_(API_)?KEY\b/;

/** Model APIs that the variables of a container point to. A base address inside the own network means that the client never leaves it. */
export function outsideProviders({ environment }: Container): OutsideProvider[] {
  return keyVariables.flatMap(({ provider, key, base }) => {
    const entry = environment.find(({ name }) => key.test(name));
    if (entry === undefined) return [];
    const address = base === undefined ? undefined : environment.find(({ name, value }) => base.test(name) && value !== undefined);
    const host = address?.value === undefined ? undefined : /^https?:\/\/(?:[^/@]*@)?([^/:?#\s]+)/i.exec(address.value)?.[1]?.toLowerCase();
    if (host !== undefined && (!host.includes('.') || /^(127|10)\.|^192\.168\.|\.(local|internal|svc)$/.test(host))) return [];
    const known = host === undefined || host.includes(provider);
    return [{ id: known ? provider : host, entry: address ?? entry, ...(host === undefined ? {} : { host }) }];
  });
}
