import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail extends ParsedMail {
  readonly envelopeTo: readonly string[];
  readonly takenAt: Date;
}

/** A mail server on loopback that keeps what it takes. */
export interface MailServer {
  readonly port: number;
  readonly mails: ReceivedMail[];
  /** What the next messages are answered with in place of being taken. */
  readonly refusals: { readonly code: number; readonly message: string }[];
  close(): Promise<void>;
}

export async function startMailServer(login?: { readonly user: string; readonly password: string }): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const refusals: { readonly code: number; readonly message: string }[] = [];
  const server = new SMTPServer({
    disabledCommands: login === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    authOptional: login === undefined,
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) => (username === login?.user && password === login?.password ? done(null, { user: username }) : done(new Error('no such login'))),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refusal = refusals.shift();
        if (refusal !== undefined) return done(Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
        void simpleParser(Buffer.concat(chunks)).then((mail) => {
          mails.push({ ...mail, envelopeTo: session.envelope.rcptTo.map(({ address }) => address), takenAt: new Date() });
          done(null, 'taken');
        }, done);
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return { port: (server.server.address() as AddressInfo).port, mails, refusals, close: () => new Promise((closed) => server.close(() => closed())) };
}

export interface ReceivedPost {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A web server on loopback that keeps what is posted to it. */
export interface PostServer {
  readonly url: string;
  readonly posts: ReceivedPost[];
  /** How the next posts are answered in place of 200. */
  readonly answers: ((response: ServerResponse) => void)[];
  close(): Promise<void>;
}

export async function startPostServer(): Promise<PostServer> {
  const posts: ReceivedPost[] = [];
  const answers: ((response: ServerResponse) => void)[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      posts.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
      const answer = answers.shift();
      if (answer === undefined) response.end('ok');
      else answer(response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, posts, answers, close: () => new Promise((closed) => (server.close(() => closed()), server.closeAllConnections())) };
}
