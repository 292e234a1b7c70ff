/** Who answers a request: the provider's id as the gateway names it, and the host where one is configured. */
export interface TargetProvider {
  readonly id: string;
  readonly host?: string;
  readonly selfHosted: boolean;
}

/** Prefixes with which LiteLLM addresses engines that the organisation itself runs. */
const selfHostedPrefixes = new Set(['ollama', 'ollama_chat', 'vllm', 'hosted_vllm', 'llamafile', 'lm_studio', 'xinference', 'triton', 'infinity', 'oobabooga', 'petals']);
/** Prefixes that only name a protocol: the host says who answers. */
const protocolPrefixes = new Set(['openai', 'custom_openai', 'openai_like', 'text-completion-openai', 'litellm_proxy', 'huggingface']);
const bareNames: readonly { readonly pattern: RegExp; readonly provider: string }[] = [
  { pattern: /^(gpt-|o[1-9](-|$)|text-|davinci|babbage|chatgpt-|dall-e|whisper|tts-)/i, provider: 'openai' },
  { pattern: /^claude/i, provider: 'anthropic' },
  { pattern: /^command/i, provider: 'cohere' },
  { pattern: /^gemini/i, provider: 'gemini' },
];

/** Undefined where neither prefix, host nor name tells who answers. */
export function providerOfTarget(model: string, apiBase: string | undefined): TargetProvider | undefined {
  const host = apiBase === undefined ? undefined : hostOf(apiBase);
  const slash = model.indexOf('/');
  const prefix = slash > 0 ? model.slice(0, slash).toLowerCase() : undefined;
  if (host !== undefined && isOwnHost(host)) return { id: 'self-hosted', host, selfHosted: true };
  if (prefix !== undefined && selfHostedPrefixes.has(prefix)) return host === undefined ? { id: 'self-hosted', selfHosted: true } : { id: host, host, selfHosted: false };
  if (prefix !== undefined && protocolPrefixes.has(prefix) && host !== undefined) {
    if (prefix === 'openai' && /(^|\.)openai\.com$/.test(host)) return { id: 'openai', host, selfHosted: false };
    return { id: host, host, selfHosted: false };
  }
  if (prefix !== undefined) return { id: prefix, ...(host === undefined ? {} : { host }), selfHosted: false };
  const bare = bareNames.find(({ pattern }) => pattern.test(model));
  if (host !== undefined) return { id: host, host, selfHosted: false };
  return bare === undefined ? undefined : { id: bare.provider, selfHosted: false };
}

/** Host name of a URL, in lower case; undefined where the text is no URL or is read from the environment. */
export function hostOf(url: string): string | undefined {
  const match = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?(\[[0-9a-f:.]+\]|[^/:?#\s]+)/i.exec(url.trim());
  return match?.[1]?.toLowerCase();
}

/** Loopback, private and single-label names: reached without leaving the organisation's own network. */
function isOwnHost(host: string): boolean {
  if (host === 'localhost' || host === '[::1]' || /^(127|10)\./.test(host) || /^192\.168\./.test(host) || /^172\.(1[6-9]|2\d|3[01])\./.test(host)) return true;
  return !host.includes('.') || /\.(local|internal|svc|cluster\.local|localdomain)$/.test(host);
}
