import { type GatewayConfig } from './gateway-config.js';
import { hostOf } from './provider-of-target.js';

type Path = readonly (string | number)[];

/** A service to which the gateway hands every request and answer. */
export interface CallbackSink {
  readonly name: string;
  readonly provider: string;
  readonly host?: string;
  readonly at: Path;
  readonly hostAt?: Path;
}

/** Callbacks that stay inside the gateway's own process or network. */
const localCallbacks = new Set(['prometheus', 'otel', 'dynamic_rate_limiter', 'dynamic_rate_limiter_v3', 'responsible_ai', 'custom_callbacks', 'detect_prompt_injection', 'hide_secrets', 'presidio']);

/** Where success, failure and general callbacks send prompts; each service once. */
export function callbackSinks(config: GatewayConfig): CallbackSink[] {
  const sinks = new Map<string, CallbackSink>();
  for (const key of ['callbacks', 'success_callback', 'failure_callback'] as const) {
    (config.litellm_settings?.[key] ?? []).forEach((name, index) => {
      const provider = name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-').replace(/^[^a-z0-9]+/, '').slice(0, 200);
      if (provider === '' || sinks.has(provider) || localCallbacks.has(name) || name.includes('.')) return;
      const host = configuredHost(config, name);
      sinks.set(provider, { name, provider, at: ['litellm_settings', key, index], ...(host === undefined ? {} : { host: host.host, hostAt: host.at }) });
    });
  }
  return [...sinks.values()];
}

function configuredHost(config: GatewayConfig, callback: string): { readonly host: string; readonly at: Path } | undefined {
  const setting = config.litellm_settings?.[`${callback}_host`];
  if (typeof setting === 'string') {
    const host = hostOf(setting);
    if (host !== undefined) return { host, at: ['litellm_settings', `${callback}_host`] };
  }
  const variable = `${callback.toUpperCase()}_HOST`;
  const value = config.environment_variables?.[variable];
  const host = typeof value === 'string' ? hostOf(value) : undefined;
  return host === undefined ? undefined : { host, at: ['environment_variables', variable] };
}
