import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repository } from '../cli/run-domicile.js';

export interface ComposeService {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks: readonly string[];
  readonly deploy?: { readonly replicas: number };
}

export interface Compose {
  readonly services: Readonly<Record<'postgres' | 'server' | 'worker', ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
}

export const composeText = readFileSync(join(repository, 'compose.yaml'), 'utf8');

/** compose.yaml as an engine reads it: aliases merged, and `${NAME:?…}` and `${NAME:-…}` filled from the given variables. A missing variable throws, as there. */
export function readCompose(variables: Readonly<Record<string, string>>): Compose {
  const filled = composeText.replace(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, name: string, kind: string | undefined, text: string | undefined) => {
    const value = variables[name] ?? '';
    if (value !== '') return value;
    if (kind === '?') throw new Error(`${name}: ${text ?? ''}`);
    return text ?? '';
  });
  const compose = parse(filled, { merge: true }) as Compose;
  for (const service of Object.values(compose.services)) Object.assign(service, { environment: Object.fromEntries(Object.entries(service.environment).map(([name, value]) => [name, String((value as string | null) ?? '')])) });
  return compose;
}
