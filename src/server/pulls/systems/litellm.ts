import { z } from 'zod';
import { gapOf } from '../gap-of.js';
import { jsonBytes } from '../manifest-file.js';
import { type ConnectionTo, type PullGap, type PullSource } from '../pull-source.js';
import { jsonOf } from '../read-answer.js';
import { type RemoteFetch } from '../remote.js';
import { redacted } from '../without-secrets.js';

const word = z.string().min(1).max(300);
const params = z.object({ model: word, api_base: z.string().max(2_000).nullish(), region_name: word.nullish(), aws_region_name: word.nullish(), vertex_location: word.nullish() });
const modelInfo = z.object({ data: z.array(z.object({ model_name: word, litellm_params: params })).max(5_000) });

const rules = z.array(z.record(word, z.array(z.union([word, z.object({ model: word })])).max(100))).max(500);
const routerSettings = z.object({ fallbacks: rules.nullish(), context_window_fallbacks: rules.nullish(), content_policy_fallbacks: rules.nullish(), model_group_alias: z.record(word, z.union([word, z.object({ model: word })])).nullish() });
const callbackType = z.enum(['success', 'failure', 'success_and_failure']);
const configCallbacks = z.object({ callbacks: z.array(z.object({ name: word, type: callbackType.optional().catch(undefined), variables: z.record(z.string(), z.unknown()).nullish() })), router_settings: routerSettings.nullish() });
const activeCallbacks = z.object({ 'litellm.callbacks': z.array(z.string()), 'litellm.success_callback': z.array(z.string()), 'litellm.failure_callback': z.array(z.string()) });

type Callbacks = z.output<typeof configCallbacks>['callbacks'];
type Rules = z.output<typeof rules>;

/** A LiteLLM proxy as the configuration that its importer reads: models, fallbacks, aliases and callbacks. Only what decides where requests go is taken over, so that no key can be among it. */
export const litellmSource: PullSource<'litellm'> = async function* (connection, fetch) {
  let answer;
  let models;
  try {
    answer = await fetch('/v1/model/info');
    models = jsonOf(answer, modelInfo).data;
  } catch (error) {
    yield gapOf(error, 'the models of the proxy');
    return;
  }
  const names = [...new Set(models.map(({ model_name: name }) => name))];
  const config: Record<string, unknown> = { model_list: models.map(({ model_name, litellm_params: { api_base: base, ...others } }) => ({ model_name, litellm_params: { ...others, ...(base === undefined || base === null ? {} : { api_base: plainAddress(base) }) } })) };
  try {
    const { callbacks, router_settings: router } = jsonOf(await fetch('/get/config/callbacks'), configCallbacks);
    const all = yield* allCallbacks(callbacks, fetch);
    config['litellm_settings'] = { callbacks: namesOfType(all, 'success_and_failure'), success_callback: namesOfType(all, 'success'), failure_callback: namesOfType(all, 'failure') };
    config['environment_variables'] = hostsOf(callbacks);
    const policy = router?.content_policy_fallbacks ?? (yield* contentPolicyFallbacks(names, connection, fetch));
    config['router_settings'] = { ...router, content_policy_fallbacks: policy };
  } catch (error) {
    yield gapOf(error, 'fallbacks, aliases and callbacks, and whether the credential sees every model');
  }
  yield { kind: 'file', path: 'litellm.json', bytes: jsonBytes(config), url: answer.url, at: answer.at };
};

/** Older versions tell success callbacks only and say of none which type it is; what runs in the proxy then tells the others. */
async function* allCallbacks(told: Callbacks, fetch: RemoteFetch): AsyncGenerator<PullGap, Callbacks> {
  if (told.length > 0 && told.every(({ type }) => type !== undefined)) return told;
  try {
    const active = jsonOf(await fetch('/active/callbacks'), activeCallbacks);
    const running = [...active['litellm.callbacks'], ...active['litellm.success_callback'], ...active['litellm.failure_callback']].filter((name) => /^[a-z][a-z0-9_]{1,60}$/.test(name));
    return [...new Set([...told.map(({ name }) => name), ...running])].map((name) => ({ name, type: 'success_and_failure' as const }));
  } catch (error) {
    yield gapOf(error, 'failure and general callbacks');
    return told;
  }
}

const namesOfType = (callbacks: Callbacks, type: z.output<typeof callbackType>): readonly string[] => callbacks.filter((callback) => (callback.type ?? 'success') === type).map(({ name }) => name);

/** The router does not tell them, so each model is asked for. */
async function* contentPolicyFallbacks(names: readonly string[], { mostPages }: ConnectionTo<'litellm'>, fetch: RemoteFetch): AsyncGenerator<PullGap, Rules> {
  const found: Rules = [];
  const what = 'content policy fallbacks';
  if (names.length > mostPages) yield { kind: 'gap', code: 'cut', what, message: `${names.length} models are more than may be asked one by one; raise mostPages` };
  for (const name of names.slice(0, mostPages)) {
    try {
      const answer = await fetch(`/fallback/${encodeURIComponent(name)}`, { fallback_type: 'content_policy' });
      if (answer.status === 404 && saysNone(answer.bytes)) continue;
      found.push({ [name]: jsonOf(answer, z.object({ fallback_models: z.array(word).max(100) })).fallback_models });
    } catch (error) {
      yield { ...gapOf(error, what), code: 'content-policy-fallbacks' };
      return found;
    }
  }
  return found;
}

/** A proxy that knows the question and has no such fallback says so; one that does not know it says only that it found nothing. */
function saysNone(bytes: Uint8Array): boolean {
  return /"error"\s*:\s*"No content_policy fallbacks configured/.test(new TextDecoder().decode(bytes.subarray(0, 4_096)));
}

/** Where callbacks send to; of an address only its origin, since the rest may hold a key. */
function hostsOf(callbacks: Callbacks): Readonly<Record<string, string>> {
  const variables = callbacks.flatMap(({ variables: given }) => Object.entries(given ?? {}));
  return Object.fromEntries(variables.flatMap(([name, value]) => (/_(HOST|ENDPOINT|BASE_URL)$/.test(name) && typeof value === 'string' && URL.canParse(value) ? [[name, new URL(value).origin]] : [])));
}

/** An address without user, password and query; what is read from elsewhere, such as `os.environ/BASE`, stays. */
function plainAddress(address: string): string {
  if (/^https?:\/\//i.test(address) && URL.canParse(address)) {
    const { origin, pathname } = new URL(address);
    return `${origin}${pathname}`;
  }
  return /^(os\.environ\/\w+|[\w.-]+(:\d+)?(\/[\w./-]*)?)$/.test(address) ? address : redacted;
}
