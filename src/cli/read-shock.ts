import { shock, type Shock } from '../core/shock/shock.js';
import { nearestName } from '../core/inventory/nearest-name.js';
import { type Problem } from '../core/inventory/problem.js';
import { type ReadBytes } from './command-output.js';
import { readDocument } from './read-document.js';

const kinds = ['adequacy-falls', 'parent-changes', 'api-cut-off', 'api-retired', 'licence-changes', 'region-lost'] as const satisfies readonly Shock['kind'][];
const numbers = new Set(['days']);

/** Reads a scenario: `kind:field=value,field=value` as it stands, or the path of a YAML file. */
export async function readShock(scenario: string, read: ReadBytes): Promise<{ readonly value: Shock } | { readonly problems: readonly Problem[] }> {
  const [kind = '', fields] = split(scenario, ':');
  const known = kinds.some((each) => each === kind);
  if (!known && /\.(ya?ml|json)$/i.test(scenario)) return readDocument(scenario, read, shock);
  if (!known) {
    const near = nearestName(kind, kinds);
    return refused(`'${kind}' is neither a shock nor the path of a .yaml file; ${near === undefined ? `write one of: ${kinds.join(', ')}` : `did you mean '${near}'?`}`);
  }
  const parsed = shock.safeParse({ kind, ...fieldsOf(fields ?? '') });
  if (parsed.success) return { value: parsed.data };
  return { problems: parsed.error.issues.map(({ path, message }) => ({ file: scenario, code: 'invalid-value', message: `${path.length === 0 ? '' : `${path.join('.')}: `}${message}; see 'domicile shock --help'` })) };
}

function fieldsOf(text: string): Record<string, string | number> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '').map((pair) => split(pair, '='));
  return Object.fromEntries(pairs.map(([key = '', value = '']) => [key.trim(), numbers.has(key.trim()) && /^\d+$/.test(value.trim()) ? Number(value) : value.trim()]));
}

function split(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function refused(message: string): { readonly problems: readonly Problem[] } {
  return { problems: [{ file: 'domicile shock', code: 'usage', message }] };
}
