import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { Secret } from '../../src/server/platform/config/secret.js';
import { type ConfiguredPull } from '../../src/server/platform/config/pull-connection.js';
import { createLogger } from '../../src/server/platform/logging/create-logger.js';
import { largestAnswer, openRemote } from '../../src/server/pulls/open-remote.js';
import { type RemoteFault } from '../../src/server/pulls/remote-fault.js';
import { type RemoteAnswer } from '../../src/server/pulls/remote.js';
import { connectionTo, pullFrom, secretOfTests, startRecordedSystem, type Recorded, type RecordedSystem } from './recorded-system.js';

const open = (pull: ConfiguredPull, signal = new AbortController().signal) => openRemote(pull, { signal, now: () => new Date('2026-11-29T08:00:00Z') });

describe('the way out of a pull', () => {
  let system: RecordedSystem;
  afterEach(() => system.close());
  const ask = async (answers: Readonly<Record<string, Recorded | (() => Recorded)>>, path = '/a', below = ''): Promise<RemoteAnswer> => {
    system = await startRecordedSystem(answers);
    const remote = await open(connectionTo({ system: 'litellm', url: `${system.url}${below}` }));
    return remote.fetch(path).finally(remote.close);
  };
  const faultOf = (asked: Promise<unknown>): Promise<Pick<RemoteFault, 'code' | 'message'>> => asked.then(() => ({ code: 'no fault' as never, message: '' }), ({ code, message }: RemoteFault) => ({ code, message }));

  it('stays below the address of the connection, which may have a path', async () => {
    expect((await ask({ '/mlflow/api/x': { found: 1 } }, '/api/x', '/mlflow')).url).toBe(`${system.url}/mlflow/api/x`);
  });

  it.each([
    ['another host', 'https://169.254.169.254/latest/meta-data'],
    ['another host without a scheme', '//evil.example.org/a'],
    ['a part of the host that is not the connection', '/admin'],
    ['a place above it', '/mlflow/../admin'],
    ['the same host with a user', 'http://user@127.0.0.1/mlflow/a'],
    ['another port', 'http://127.0.0.1:1/mlflow/a'],
    ['no address', 'http://'],
  ])('follows no redirect to %s', async (_name, location) => {
    const fault = await faultOf(ask({ '/mlflow/a': { status: 302, headers: { location } }, '/admin': { secret: 1 } }, '/a', '/mlflow'));
    expect(fault.code).toBe('leads-out');
    expect(system.asked).toEqual(['/mlflow/a']);
  });

  it('follows a redirect inside, and not for ever', async () => {
    expect((await ask({ '/a': { status: 307, headers: { location: '/b?x=1' } }, '/b': { found: 1 } })).url).toBe(`${system.url}/b?x=1`);
    await system.close();
    expect(await faultOf(ask({ '/a': { status: 301, headers: { location: '/a' } } }))).toMatchObject({ code: 'leads-out', message: expect.stringContaining('more than 3 times') as string });
  });

  it('waits where it is asked to and asks again, twice at most', async () => {
    const answers: Recorded[] = [{ status: 429, headers: { 'retry-after': '0' } }, { status: 503, headers: { 'retry-after': '0' } }, { found: 1 }];
    expect((await ask({ '/a': () => answers.shift() ?? {} })).status).toBe(200);
    await system.close();
    expect((await ask({ '/a': { status: 429, headers: { 'retry-after': '0' } } })).status).toBe(429);
    expect(system.asked).toHaveLength(3);
    await system.close();
    expect((await ask({ '/a': { status: 503, headers: { 'retry-after': '3600' } } })).status).toBe(503);
    expect(system.asked).toHaveLength(1);
  });

  it('reads no more than its cap, and nothing that is compressed', async () => {
    expect(await faultOf(ask({ '/a': 'x'.repeat(largestAnswer + 1) }))).toMatchObject({ code: 'too-large' });
    await system.close();
    expect(await faultOf(ask({ '/a': { status: 200, headers: { 'content-encoding': 'gzip' }, body: gzipSync('{}').toString('latin1') } }))).toMatchObject({ code: 'wrong-shape' });
  });

  it('ends when the pull is called off', async () => {
    system = await startRecordedSystem({});
    const calledOff = new AbortController();
    const remote = await open(connectionTo({ system: 'litellm', url: system.url }), calledOff.signal);
    calledOff.abort(new Error('called off'));
    await expect(remote.fetch('/a')).rejects.toThrow('called off');
    remote.close();
  });

  it('sends a user and password where the connection names them', async () => {
    system = await startRecordedSystem({ '/a': {} });
    const remote = await open(connectionTo({ system: 'mlflow', url: system.url }, { credential: { user: 'auditor', password: new Secret('the variable P', () => Promise.resolve('p w')) } }));
    await remote.fetch('/a');
    remote.close();
    expect([...system.authorizations]).toEqual([`Basic ${Buffer.from('auditor:p w').toString('base64')}`]);
  });
});

describe('a system that does not answer', () => {
  it.each([
    ['takes too long', (socket: Socket) => void socket, 'timed-out'],
    ['closes the connection', (socket: Socket) => void socket.destroy(), 'unreachable'],
    ['stops in the middle', (socket: Socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"data":'), 'unreachable'],
  ])('because it %s is told as such', async (_name, behave, code) => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined));
      behave(socket);
    });
    await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
    const { port } = server.address() as { readonly port: number };
    const { report } = await pullFrom(connectionTo({ system: 'litellm', url: `http://127.0.0.1:${port}`, timeoutSeconds: 1 }));
    expect(report.gaps).toMatchObject([{ code, what: 'the models of the proxy' }]);
    for (const socket of sockets) socket.destroy();
    await new Promise((down) => server.close(down));
  });

  it('because nobody listens is told as such', async () => {
    const { report } = await pullFrom(connectionTo({ system: 'litellm', url: 'http://127.0.0.1:1' }));
    expect(report.gaps).toMatchObject([{ code: 'unreachable', message: 'http://127.0.0.1:1/v1/model/info cannot be reached (ECONNREFUSED); check the address and the network' }]);
  });
});

describe('certificates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'domicile-tls-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are checked against the authority of the connection, whatever the environment says', async () => {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem'), '-days', '2', '-subj', '/CN=own', '-addext', 'subjectAltName=IP:127.0.0.1'], { stdio: 'ignore' });
    const cert = readFileSync(join(folder, 'cert.pem'), 'utf8');
    const system = await startRecordedSystem({ '/v1/model/info': { data: [] } }, { key: readFileSync(join(folder, 'key.pem'), 'utf8'), cert });
    const settings = { system: 'litellm', url: system.url };
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    const refused = await pullFrom(connectionTo(settings));
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    expect(refused.report.gaps).toMatchObject([{ code: 'not-trusted', message: expect.stringContaining('name its certificate authority as ca in the connection') as string }]);
    expect(system.asked).toEqual([]);
    const trusted = await pullFrom(connectionTo(settings, { ca: cert }));
    expect(trusted.report.gaps.map(({ code }) => code)).not.toContain('not-trusted');
    expect(system.asked[0]).toBe('/v1/model/info');
    await system.close();
  });
});

describe('what a pull tells', () => {
  let system: RecordedSystem;
  afterEach(() => system.close());

  it.each([
    [401, '<html>sign in</html>', 'not-signed-in'],
    [403, '{}', 'not-allowed'],
    [404, '{}', 'not-found'],
    [500, 'Traceback', 'server-error'],
    [418, '', 'other-status'],
    [200, '<!DOCTYPE html><html><title>Sign in</title></html>', 'not-json'],
    [200, '{"data":', 'not-json'],
    [200, '{"models":[]}', 'wrong-shape'],
  ])('of an answer %i %s is %s, in one sentence without a word of the answer', async (status, body, code) => {
    system = await startRecordedSystem({ '/v1/model/info': { status, body } });
    const { report } = await pullFrom(connectionTo({ system: 'litellm', url: system.url }));
    expect(report).toMatchObject({ complete: false, files: [], gaps: [{ code }] });
    expect(report.gaps[0]?.message).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\/model\/info .+; .+/);
    expect(report.gaps[0]?.message).not.toMatch(/Traceback|sign in<|<html>|DOCTYPE/);
  });

  it('holds no credential, even where a system sends it back', async () => {
    const version = { name: `model-${secretOfTests}`, version: '1', status: 'READY' };
    system = await startRecordedSystem({
      '/api/2.0/mlflow/registered-models/search': { registered_models: [{ name: version.name }] },
      '/api/2.0/mlflow/model-versions/search': { model_versions: [version, { ...version, version: '2', status: `as ${secretOfTests} said` }] },
      '/model-versions/get-artifact': `flavors: { python_function: {} }\nrun_id: ${secretOfTests}\n`,
    });
    const pulled = await pullFrom(connectionTo({ system: 'mlflow', url: system.url }));
    expect(pulled.report.gaps.map(({ code }) => code)).toEqual(['holds-credential', 'not-ready', 'holds-credential']);
    for (const { bytes } of pulled.files) expect(new TextDecoder().decode(bytes)).not.toContain(secretOfTests);
    expect(JSON.stringify(pulled.report)).not.toContain(secretOfTests);
  });

  it('keeps within its caps and says so', async () => {
    system = await startRecordedSystem({
      '/api/2.0/mlflow/registered-models/search': { registered_models: [{ name: 'a' }, { name: 'b/../../c' }, { name: 'large' }] },
      "/api/2.0/mlflow/model-versions/search?filter=name='a'&max_results=200": { model_versions: [1, 2, 3].map((version) => ({ name: 'a', version })) },
      "/api/2.0/mlflow/model-versions/search?filter=name='b/../../c'&max_results=200": { model_versions: [{ name: 'b/../../c', version: '1' }] },
      "/api/2.0/mlflow/model-versions/search?filter=name='large'&max_results=200": { model_versions: [{ name: 'large', version: '1' }] },
      '/model-versions/get-artifact': 'flavors: { python_function: {} }\n',
      '/model-versions/get-artifact?path=MLmodel&name=large&version=1': `flavors: { python_function: {} }\n${'#'.repeat(1024 * 1024)}\n`,
    });
    const settings = { system: 'mlflow', url: system.url };
    const whole = await pullFrom(connectionTo(settings));
    expect(whole.report.gaps.map(({ code }) => code)).toEqual(['too-large']);
    expect(whole.report.files.map(({ path }) => path)).toContain('b--..--..--c@1/MLmodel');
    const cut = await pullFrom(connectionTo({ ...settings, mostFiles: 2 }));
    expect(cut.report).toMatchObject({ complete: false, files: [{ path: 'a@1/MLmodel' }, { path: 'a@2/MLmodel' }], gaps: [{ code: 'full', what: 'everything after the first 2 files' }] });
  });

  it('has the same content digest for the same content, whenever it is pulled', async () => {
    system = await startRecordedSystem({ '/v1/model/info': { data: [{ model_name: 'a', litellm_params: { model: 'gpt-4' } }] } });
    const [one, two] = [await pullFrom(connectionTo({ system: 'litellm', url: system.url })), await pullFrom(connectionTo({ system: 'litellm', url: system.url, name: 'other' }))];
    expect(one.report.contentDigest).toBe(two.report.contentDigest);
    expect(one.report.contentDigest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a secret', () => {
  it('shows where it comes from, however it is written', async () => {
    const secret = new Secret('the variable TOKEN', () => Promise.resolve(secretOfTests));
    const lines: string[] = [];
    createLogger('info', { write: (line: string) => void lines.push(line) }).info({ secret, connection: { credential: { token: secret } } }, `pulled with ${String(secret)}`);
    for (const text of [lines.join(''), JSON.stringify({ secret }), inspect({ secret }, { depth: 9, showHidden: true }), `${String(secret)}`]) {
      expect(text).toContain('the variable TOKEN');
      expect(text).not.toContain(secretOfTests);
    }
    expect(await secret.reveal()).toBe(secretOfTests);
  });
});
