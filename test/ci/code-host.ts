import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
  readonly author: { readonly id: number };
}

export interface CodeHost {
  readonly url: string;
  readonly comments: Comment[];
  /** `method path token` of every request. */
  readonly requests: string[];
  /** Answers everything that writes with this status; undefined: as it should. */
  refusing: number | undefined;
  close(): void;
}

const robot = { user: { login: 'github-actions[bot]', type: 'Bot' }, author: { id: 7 } };

/** What GitHub and GitLab answer about comments, in pages of a hundred, on loopback. */
export async function startCodeHost(): Promise<CodeHost> {
  const comments: Comment[] = [];
  const requests: string[] = [];
  const state = { refusing: undefined as number | undefined };
  const server: Server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '', 'http://host');
      const body = await textOf(request);
      requests.push(`${request.method ?? ''} ${url.pathname} ${request.headers.authorization ?? String(request.headers['private-token'])}`);
      const answer = (status: number, value: unknown): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      if (url.pathname.endsWith('/user')) return url.pathname.startsWith('/api/v4') ? answer(200, { id: robot.author.id }) : answer(403, { message: 'Resource not accessible by integration' });
      if (request.method === 'GET') {
        const page = Number(url.searchParams.get('page'));
        return answer(200, comments.slice((page - 1) * 100, page * 100));
      }
      if (state.refusing !== undefined) return answer(state.refusing, { message: 'refused' });
      const given = (JSON.parse(body) as { body: string }).body;
      const found = comments.find(({ id }) => url.pathname.endsWith(`/${id}`));
      if (request.method !== 'POST' && found !== undefined) found.body = given;
      const comment = request.method === 'POST' ? { id: comments.length + 1, body: given, ...robot } : found;
      if (request.method === 'POST' && comment !== undefined) comments.push(comment);
      answer(comment === undefined ? 404 : request.method === 'POST' ? 201 : 200, comment ?? {});
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments,
    requests,
    get refusing() {
      return state.refusing;
    },
    set refusing(status) {
      state.refusing = status;
    },
    close: () => void server.close(),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
