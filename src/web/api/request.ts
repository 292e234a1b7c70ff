import { ProblemError } from './problem-error.js';
import { currentSession } from './session.js';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** Version that was read; sent as If-Match, so that nobody's change is written over. */
  readonly version?: number;
}

type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Heard whenever the server says that nobody is signed in any more. */
export const sessionEnded = new EventTarget();

/** Asks the API; an empty answer is null. @throws ProblemError with what it refused */
export async function request<Answer>(path: string, { method = 'GET', body, version }: RequestOptions = {}): Promise<Answer> {
  const headers = new Headers({ accept: 'application/json' });
  const session = currentSession();
  if (method !== 'GET' && session !== undefined) headers.set('x-csrf-token', session.csrfToken);
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (version !== undefined) headers.set('if-match', `"${version}"`);
  const response = await fetch(`/api/v1/${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }).catch(() => undefined);
  if (response === undefined) throw new ProblemError(0, {});
  const text = await response.text();
  if (response.ok) return (text === '' ? null : JSON.parse(text)) as Answer;
  if (response.status === 401 && session !== undefined) sessionEnded.dispatchEvent(new Event('ended'));
  throw new ProblemError(response.status, problemIn(text));
}

function problemIn(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}

export function queryText(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    for (const each of typeof value === 'object' ? value : [value.toString()]) parameters.append(name, each);
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
