import { gatherSources } from '../../src/importers/gather-sources.js';
import { connectionTo, jsonOfFile, pullFrom, startRecordedSystem, type Recorded, type RecordedSystem } from './recorded-system.js';

/*
 * Shapes after https://docs.litellm.ai/docs/proxy/model_management (GET /v1/model/info), https://docs.litellm.ai/docs/proxy/fallback_management (GET /fallback/{model}),
 * and, for what the documentation does not show, https://github.com/BerriAI/litellm/blob/main/litellm/proxy/proxy_server.py (GET /get/config/callbacks) and
 * https://litellm-api.up.railway.app/ (GET /active/callbacks).
 */
const none = (model: string): Recorded => ({ status: 404, body: { detail: { error: `No content_policy fallbacks configured for model '${model}'` } } });
const proxy: Readonly<Record<string, Recorded>> = {
  '/v1/model/info': {
    data: [
      { model_name: 'claims', litellm_params: { model: 'azure/gpt-4o', api_base: 'https://user:hunter3@nordlicht.openai.azure.com/?code=hunter3', api_version: '2024-06-01', rpm: 60, use_in_pass_through: false, extra_headers: { 'x-api-key': 'hunter3' } }, model_info: { id: 'e889', db_model: false, litellm_provider: 'azure', mode: 'chat' } },
      { model_name: 'small', litellm_params: { model: 'hosted_vllm/llama', api_base: 'http://vllm:8000/v1' }, model_info: { id: 'a1', db_model: true } },
      { model_name: 'eu', litellm_params: { model: 'bedrock/eu.anthropic.claude-3-5-sonnet', aws_region_name: 'eu-central-1', api_base: null }, model_info: { id: 'a2' } },
    ],
  },
  '/get/config/callbacks': {
    status: 'success',
    callbacks: [{ name: 'langfuse', type: 'success', variables: { LANGFUSE_PUBLIC_KEY: 'pk-hunter3', LANGFUSE_SECRET_KEY: 'sk-hunter3', LANGFUSE_HOST: 'https://us.cloud.langfuse.com/hunter3' } }, { name: 'sentry', type: 'failure', variables: {} }],
    alerts: [{ name: 'slack', variables: { SLACK_WEBHOOK_URL: 'https://hooks.slack.com/hunter3' } }],
    router_settings: { routing_strategy: 'simple-shuffle', allowed_fails: null, num_retries: 2, timeout: null, fallbacks: [{ claims: ['eu'] }, { '*': ['small'] }], context_window_fallbacks: [], model_group_retry_policy: {}, model_group_alias: { 'gpt-4': 'claims', hidden: { model: 'small', hidden: true } } },
    available_callbacks: {},
  },
  '/fallback/claims?fallback_type=content_policy': { model: 'claims', fallback_models: ['eu'], fallback_type: 'content_policy' },
  '/fallback/small?fallback_type=content_policy': none('small'),
  '/fallback/eu?fallback_type=content_policy': none('eu'),
};
const active = { alerting: 'None', 'litellm.callbacks': ['<litellm.proxy.hooks.max_budget_limiter._PROXY_MaxBudgetLimiter object at 0x7f>', 'datadog'], 'litellm.input_callback': [], 'litellm.failure_callback': ['sentry'], 'litellm.success_callback': ['langfuse'], 'litellm._async_success_callback': [], 'litellm._async_failure_callback': [], 'litellm._async_input_callback': [], all_litellm_callbacks: [], num_callbacks: 4, num_alerting: 0, 'litellm.request_timeout': 6000 };
const untyped = { ...(proxy['/get/config/callbacks'] as object), status: 'success', callbacks: [{ name: 'langfuse', variables: {} }] };

describe('a pull from a LiteLLM proxy', () => {
  let system: RecordedSystem;
  const pull = async (answers: Readonly<Record<string, Recorded>>, settings: object = {}) => {
    system = await startRecordedSystem(answers);
    return pullFrom(connectionTo({ system: 'litellm', url: system.url, ...settings }));
  };
  afterEach(() => system.close());

  it('brings models, fallbacks, aliases and callbacks as a configuration', async () => {
    const pulled = await pull(proxy);
    expect(pulled.report).toMatchObject({ complete: true, gaps: [], files: [{ path: 'litellm.json', url: `${system.url}/v1/model/info` }] });
    expect(jsonOfFile(pulled, 'litellm.json')).toEqual({
      model_list: [
        { model_name: 'claims', litellm_params: { model: 'azure/gpt-4o', api_base: 'https://nordlicht.openai.azure.com/' } },
        { model_name: 'small', litellm_params: { model: 'hosted_vllm/llama', api_base: 'http://vllm:8000/v1' } },
        { model_name: 'eu', litellm_params: { model: 'bedrock/eu.anthropic.claude-3-5-sonnet', aws_region_name: 'eu-central-1' } },
      ],
      litellm_settings: { callbacks: [], success_callback: ['langfuse'], failure_callback: ['sentry'] },
      environment_variables: { LANGFUSE_HOST: 'https://us.cloud.langfuse.com' },
      router_settings: { fallbacks: [{ claims: ['eu'] }, { '*': ['small'] }], context_window_fallbacks: [], model_group_alias: { 'gpt-4': 'claims', hidden: { model: 'small' } }, content_policy_fallbacks: [{ claims: ['eu'] }] },
    });
    expect(new TextDecoder().decode(pulled.files[0]?.bytes)).not.toContain('hunter3');
  });

  it('is read by the ordinary importer: every alias with all that it can reach', async () => {
    const pulled = await pull(proxy);
    const { imported, problems } = gatherSources([{ path: 'litellm.json', content: new TextDecoder().decode(pulled.files.find(({ path }) => path === 'litellm.json')?.bytes) }]);
    expect(problems).toEqual([]);
    const records = imported.fragments.flatMap((fragment) => fragment.records);
    expect(records.filter(({ kind }) => kind === 'deployment').map(({ id }) => id).sort()).toEqual(['claims', 'eu', 'gpt-4', 'hidden', 'small']);
    expect(records).toContainEqual(expect.objectContaining({ kind: 'dataFlow', id: 'gpt-4/gateway-callback-langfuse' }));
    expect(records).toContainEqual(expect.objectContaining({ kind: 'provider', id: 'langfuse', value: expect.objectContaining({ endpoints: ['us.cloud.langfuse.com'] }) as object }));
  });

  it('asks what runs where the proxy does not tell the type of its callbacks', async () => {
    const pulled = await pull({ ...proxy, '/get/config/callbacks': { status: 200, body: untyped }, '/active/callbacks': { status: 200, body: active } });
    expect(pulled.report.complete).toBe(true);
    expect(jsonOfFile(pulled, 'litellm.json')).toMatchObject({ litellm_settings: { callbacks: ['langfuse', 'datadog', 'sentry'] } });
  });

  it.each([
    ['what only an administrator may see', { '/get/config/callbacks': { status: 401, body: { error: { message: 'Only proxy admin can be used' } } } }, 'not-signed-in', 'fallbacks, aliases and callbacks, and whether the credential sees every model'],
    ['callbacks whose type nothing tells', { '/get/config/callbacks': { status: 200, body: untyped } }, 'not-found', 'failure and general callbacks'],
    ['fallbacks that an older proxy does not tell', { '/fallback/small?fallback_type=content_policy': { status: 404, body: { detail: 'Not Found' } } }, 'content-policy-fallbacks', 'content policy fallbacks'],
  ])('tells %s as a gap, and keeps the models', async (_name, change: Readonly<Record<string, Recorded>>, code, what) => {
    const { report } = await pull({ ...proxy, ...change });
    expect(report).toMatchObject({ complete: false, gaps: [{ code, what }], files: [{ path: 'litellm.json' }] });
  });

  it('shows a gap that the connection tolerates, and is not complete all the same', async () => {
    const { report } = await pull({ ...proxy, '/fallback/claims?fallback_type=content_policy': { status: 404, body: { detail: 'Not Found' } } }, { tolerate: ['content-policy-fallbacks'] });
    expect(report).toMatchObject({ complete: false, gaps: [{ code: 'content-policy-fallbacks', tolerated: true }] });
  });
});
