/**
 * Does on this machine what an engine does with the Dockerfile, where there is no engine: carries out its instructions up to the stage `server` in folders,
 * then runs the API and a worker from there as the account of the image, on a read-only root with a fresh /tmp, without capabilities, and asks them for a report.
 * Needs Linux, root and the npm registry, and takes minutes. Not done: the base image (the Node of this machine is used) and the networks of compose.yaml.
 */
import dockerfileAst from 'dockerfile-ast';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../dist/src/server/platform/database/embedded/start-embedded-postgres.js';

const wanted = 'server';
const work = mkdtempSync(join(tmpdir(), 'domicile-image-'));
const started = [];
const say = (text) => process.stdout.write(`${text}\n`);
const own = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).split('\n').filter(Boolean);
const ignored = readFileSync('.dockerignore', 'utf8').split('\n').filter((line) => line !== '' && !line.includes('*'));

try {
  const image = build();
  await run(image);
  say('the image does what it should');
} finally {
  for (const { child } of started) child.kill('SIGKILL');
  rmSync(work, { recursive: true, force: true });
}

function build() {
  const stages = new Map();
  let stage;
  for (const instruction of dockerfileAst.DockerfileParser.parse(readFileSync('Dockerfile', 'utf8')).getInstructions()) {
    const keyword = instruction.getKeyword();
    const words = instruction.getArguments().map((argument) => argument.getValue());
    if (keyword === 'FROM') {
      if (stage?.name === wanted) break;
      stage = { name: words[2], folder: '/', env: {}, ...structuredClone(stages.get(words[0])), root: join(work, words[2]) };
      stage.name = words[2];
      mkdirSync(stage.root);
      if (stages.has(words[0])) execFileSync('cp', ['-a', `${stages.get(words[0]).root}/.`, stage.root]);
      stages.set(stage.name, stage);
      say(stage.name === 'ci' ? 'stage ci: left out, since it installs into this machine' : `stage ${stage.name}`);
    } else if (stage !== undefined && stage.name !== 'ci') carryOut(stage, keyword, words, instruction, stages);
  }
  return stages.get(wanted);
}

function carryOut(stage, keyword, words, instruction, stages) {
  const inside = (path) => join(stage.root, path.startsWith('/') ? path : join(stage.folder, path));
  if (keyword === 'WORKDIR') mkdirSync(inside((stage.folder = words[0])), { recursive: true });
  else if (keyword === 'ENV') Object.assign(stage.env, Object.fromEntries(words.map((word) => word.split(/=(.*)/s, 2))));
  else if (keyword === 'USER') stage.user = words[0];
  else if (keyword === 'ENTRYPOINT') stage.entrypoint = JSON.parse(instruction.getArgumentsContent());
  else if (keyword === 'HEALTHCHECK') stage.health = JSON.parse(instruction.getArgumentsContent().replace(/^.*?CMD\s*/s, ''));
  else if (keyword === 'RUN') execFileSync('sh', ['-ec', instruction.getArgumentsContent()], { cwd: inside('.'), stdio: ['ignore', 'ignore', 'inherit'], env: { PATH: process.env.PATH, HOME: process.env.HOME, ...stage.env } });
  else if (keyword === 'COPY') copy(words, inside, instruction.getFlags().find((flag) => flag.getName() === 'from')?.getValue(), stages);
  else if (keyword !== 'EXPOSE' && keyword !== 'ARG') throw new Error(`the Dockerfile has ${keyword}, which this script does not know; teach it`);
}

function copy(words, inside, from, stages) {
  const target = words.at(-1);
  for (const word of words.slice(0, -1)) {
    if (from !== undefined) execFileSync('cp', ['-a', join(stages.get(from).root, word), inside(target)]);
    else {
      const files = own.filter((file) => (word === '.' || file === word || file.startsWith(`${word}/`)) && !ignored.some((each) => file === each || file.startsWith(`${each}/`)) && existsSync(file));
      if (files.length === 0) throw new Error(`COPY ${word}: nothing of it is in the build context`);
      for (const file of files) cpSync(file, inside(file === word ? (target.endsWith('/') ? join(target, file) : target) : join(target, word === '.' ? file : file.slice(word.length + 1))));
    }
  }
}

async function run(image) {
  const shipped = join(image.root, image.folder);
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const unwanted = Object.entries(lock).filter(([path, { dev, optional }]) => path !== '' && (dev || optional) && existsSync(join(shipped, path)));
  if (unwanted.length > 0) throw new Error(`the image holds ${unwanted.map(([path]) => path).join(', ')}, which it does not need`);
  say(`${execFileSync('du', ['-sm', shipped], { encoding: 'utf8' }).split('\t')[0]} MiB`);

  const postgres = await startEmbeddedPostgres({ folder: join(work, 'postgres'), initdbFlags: ['--no-sync'] });
  try {
    const database = await makeRoles(postgres);
    const key = randomBytes(32).toString('hex');
    const server = await start(image, ['start'], { ...database, PORT: '3917', DOMICILE_API_KEY: key });
    const worker = await start(image, ['worker'], { ...database, PORT: '3918' });
    await reportOf('http://127.0.0.1:3917', key);
    say('a worker made the report that the API was asked for');
    for (const each of [server, worker]) {
      each.child.kill('SIGTERM');
      const [code] = await each.ended;
      if (code !== 0) throw new Error(`stopped with ${code}: ${each.said()}`);
    }
    if (inContainer(image, image.health, { PORT: '3917' }).status === 0) throw new Error('the health check finds a server healthy that is not there');
  } finally {
    await postgres.stop();
  }
  const written = inContainer(image, ['sh', '-c', 'touch /opt/domicile/x || touch /x || touch /etc/x'], {});
  if (written.status === 0) throw new Error('the image can be written to');
}

/** As 10-roles.sh makes them. */
async function makeRoles(postgres) {
  const script = readFileSync('deploy/postgres/10-roles.sh', 'utf8');
  const passwords = { owner_password: randomBytes(16).toString('hex'), app_password: randomBytes(16).toString('hex') };
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  for (const statement of script.slice(script.indexOf("<<'SQL'\n") + 8, script.lastIndexOf('SQL')).split(/;\n/).filter((text) => text.trim() !== '')) await client.query(statement.replace(/:'(\w+)'/g, (_, name) => client.escapeLiteral(passwords[name])));
  await client.end();
  const url = (user, password) => `postgres://${user}:${password}@127.0.0.1:${postgres.port}/domicile`;
  return { DATABASE_URL: url('domicile_app', passwords.app_password), DATABASE_OWNER_URL: url('domicile_owner', passwords.owner_password) };
}

/** A command line that enters what `read_only`, `tmpfs`, `cap_drop`, `no-new-privileges` and USER make of a container. */
function commandFor(image, command, env) {
  const [user, group] = image.user.split(':');
  const inside = Object.entries({ PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, ...image.env, ...env }).map(([name, value]) => `${name}=${value}`);
  const script = `mount --make-rprivate / && mount -t tmpfs tmpfs /opt && mkdir -p ${image.folder} && mount --bind "$0/${image.folder}" ${image.folder} && mount -o remount,bind,ro ${image.folder} && mount -o remount,ro /opt && mount -t tmpfs tmpfs /tmp && mount -o remount,bind,ro / && cd ${image.folder} && exec "$@"`;
  return ['unshare', ['--mount', 'sh', '-ec', script, image.root, 'setpriv', `--reuid=${user}`, `--regid=${group}`, '--clear-groups', '--no-new-privs', '--inh-caps=-all', '--bounding-set=-all', 'env', '-i', ...inside, ...command]];
}

function inContainer(image, command, env) {
  return spawnSync(...commandFor(image, command, env), { encoding: 'utf8' });
}

async function start(image, words, env) {
  const child = spawn(...commandFor(image, [...image.entrypoint, ...words], env), { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const running = { child, said: () => text, ended: new Promise((resolve) => child.once('exit', (...end) => resolve(end))) };
  started.push(running);
  for (let tries = 0; inContainer(image, image.health, { PORT: env.PORT }).status !== 0; tries++) {
    if (tries === 120 || child.exitCode !== null) throw new Error(`${words.join(' ')} does not become healthy: ${text}`);
    await sleep(500);
  }
  say(`${words.join(' ')} is healthy`);
  return running;
}

async function reportOf(url, key) {
  const call = async (path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }), signal: AbortSignal.timeout(60_000) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const content = readFileSync('examples/nordlicht/domicile.yaml', 'utf8');
  const job = await (await call('/jobs', { kind: 'audit', input: { files: [{ path: 'domicile.yaml', content }] } })).json();
  let state = job;
  for (let tries = 0; !['done', 'failed', 'cancelled'].includes(state.state); tries++) {
    if (tries === 120) throw new Error(`the job is still ${state.state}`);
    await sleep(500);
    state = await (await call(`/jobs/${job.id}`)).json();
  }
  if (state.state !== 'done') throw new Error(`the job ended as ${JSON.stringify(state)}`);
  const pdf = Buffer.from(await (await call(`${state.result.location.replace('/api/v1', '')}/report.pdf`)).arrayBuffer());
  if (pdf.subarray(0, 5).toString('latin1') !== '%PDF-') throw new Error('the report is no PDF');
}
