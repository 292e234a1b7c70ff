import { type GatewayConfig } from './gateway-config.js';

type Path = readonly (string | number)[];

/** A real model that a request for an alias can end at. */
export interface ReachedTarget {
  /** Index into `model_list`. */
  readonly entry: number;
  /** How it is reached, such as `claims, on failure gpt-4, openai/gpt-4`. */
  readonly way: readonly string[];
  /** Reached only when another target fails, refuses or is too small. */
  readonly fallback: boolean;
  /** Where in the file the last step stands. */
  readonly at: Path;
}

export interface AliasReach {
  readonly targets: readonly ReachedTarget[];
  /** Names that lead nowhere, with the place that names them. */
  readonly dead: readonly { readonly name: string; readonly at: Path }[];
}

interface Step {
  readonly name: string;
  readonly way: readonly string[];
  readonly fallback: boolean;
  readonly at: Path;
}

/** Everything a request for `alias` can reach: group aliases, wildcards and all kinds of fallbacks, followed to the end. Cycles end where they close. */
export function reachOfAlias(config: GatewayConfig, alias: string): AliasReach {
  const targets = new Map<number, ReachedTarget>();
  const dead: { name: string; at: Path }[] = [];
  const seen = new Set<string>();
  const waiting: Step[] = [{ name: alias, way: [alias], fallback: false, at: ['model_list'] }];
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const { name, way, fallback, at } = step;
    if (seen.has(name)) continue;
    seen.add(name);
    const renamed = groupAlias(config, name);
    if (renamed !== undefined) waiting.push({ ...step, name: renamed.name, way: [...way, renamed.name], at: renamed.at });
    const entries = entriesFor(config, name);
    if (entries.length === 0 && renamed === undefined) dead.push({ name, at });
    for (const entry of entries) {
      const model = config.model_list?.[entry]?.litellm_params.model ?? '';
      if (!targets.has(entry)) targets.set(entry, { entry, way: [...way, model], fallback, at: ['model_list', entry, 'litellm_params', 'model'] });
    }
    for (const next of fallbacksOf(config, name)) waiting.push({ name: next.name, way: [...way, `${next.when} ${next.name}`], fallback: true, at: next.at });
  }
  return { targets: [...targets.values()], dead };
}

function groupAlias(config: GatewayConfig, name: string): { readonly name: string; readonly at: Path } | undefined {
  for (const section of ['router_settings', 'litellm_settings'] as const) {
    const aliases = config[section]?.model_group_alias;
    if (aliases === null || aliases === undefined || !Object.hasOwn(aliases, name)) continue;
    const target = aliases[name];
    return { name: typeof target === 'string' ? target : (target?.model ?? ''), at: [section, 'model_group_alias', name] };
  }
  return undefined;
}

/** Entries that serve a name: those of that very name, else those whose wildcard matches it. */
function entriesFor(config: GatewayConfig, name: string): number[] {
  const list = config.model_list ?? [];
  const indexes = list.map((_, index) => index);
  const exact = indexes.filter((index) => list[index]?.model_name === name);
  return exact.length > 0 ? exact : indexes.filter((index) => matchesWildcard(list[index]?.model_name ?? '', name));
}

function matchesWildcard(pattern: string, name: string): boolean {
  const star = pattern.indexOf('*');
  if (star === -1) return false;
  const head = pattern.slice(0, star);
  const tail = pattern.slice(star + 1);
  return name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail);
}

const kinds = [
  { key: 'fallbacks', when: 'on failure' },
  { key: 'context_window_fallbacks', when: 'when too long' },
  { key: 'content_policy_fallbacks', when: 'when refused' },
] as const;

function fallbacksOf(config: GatewayConfig, name: string): { readonly name: string; readonly when: string; readonly at: Path }[] {
  const found: { name: string; when: string; at: Path }[] = [];
  for (const section of ['litellm_settings', 'router_settings'] as const) {
    for (const { key, when } of kinds) {
      (config[section]?.[key] ?? []).forEach((rule, index) => {
        for (const [from, targets] of Object.entries(rule)) {
          if (from !== name && from !== '*') continue;
          targets.forEach((target, position) => found.push({ name: typeof target === 'string' ? target : target.model, when, at: [section, key, index, from, position] }));
        }
      });
    }
    (config[section]?.default_fallbacks ?? []).forEach((target, index) => found.push({ name: target, when: 'by default on failure', at: [section, 'default_fallbacks', index] }));
  }
  return found;
}
