import { ProblemError } from './problem-error.js';
import { currentSession, type Session } from './session.js';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** Sent as it is, instead of a body. */
  readonly file?: Blob;
  /** Version that was read; sent as If-Match, so that nobody's change is written over. */
  readonly version?: number;
}

type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Heard whenever the server says that nobody is signed in any more: `ended`; and once someone is again: `resumed`. */
export const sessionEvents = new EventTarget();

/** Asks the API; an empty answer is null. What a session that has ended kept from happening is asked again once someone has signed in. @throws ProblemError with what it refused */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const session = currentSession();
  const response = await send(path, options, session);
  if (response === undefined) throw new ProblemError(0, {});
  const text = await response.text();
  if (response.ok) return (text === '' ? null : JSON.parse(text)) as Answer;
  if (response.status !== 401 || session === undefined || path === 'session') throw new ProblemError(response.status, problemIn(text));
  const resumed = new Promise((hear) => sessionEvents.addEventListener('resumed', hear, { once: true }));
  if (currentSession() === session) {
    sessionEvents.dispatchEvent(new Event('ended'));
    await resumed;
  }
  return request<Answer>(path, options);
}

async function send(path: string, { method = 'GET', body, file, version }: RequestOptions, session: Session | undefined): Promise<Response | undefined> {
  const headers = new Headers({ accept: 'application/json' });
  if (method !== 'GET' && session !== undefined) headers.set('x-csrf-token', session.csrfToken);
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (file !== undefined) headers.set('content-type', file.type);
  if (version !== undefined) headers.set('if-match', `"${version}"`);
  const content = file ?? (body === undefined ? undefined : JSON.stringify(body));
  return fetch(`/api/v1/${path}`, { method, headers, ...(content === undefined ? {} : { body: content }) }).catch(() => undefined);
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
