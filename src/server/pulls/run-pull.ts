import { isUtf8 } from 'node:buffer';
import { byCodeUnit } from '../../core/inventory/by-code-unit.js';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { sha256Of } from '../../core/inventory/sha256-of.js';
import { type SourceFile } from '../../core/inventory/source-file.js';
import { importers } from '../../importers/registry.js';
import { type ConfiguredPull } from '../platform/config/pull-connection.js';
import { jsonBytes } from './manifest-file.js';
import { openRemote } from './open-remote.js';
import { reportPath, type PullReport } from './pull-report.js';
import { type PulledFile, type PullGap } from './pull-source.js';
import { scopeOf } from './scope-of.js';
import { sourceOf } from './source-of.js';
import { redacted } from './without-secrets.js';

/** Largest file that is kept and most that a pull keeps in all, in bytes. */
const largestFile = 1024 * 1024;
const largestPull = 64 * 1024 * 1024;
const mostGaps = 200;
const mostNamed = 200;
/** A shorter secret would be found in texts that do not hold it. */
const shortestSought = 8;

export interface FinishedPull {
  readonly report: PullReport;
  /** In the order of their paths, with the report among them. */
  readonly files: readonly SourceFile[];
}

interface PullRun {
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly progress: (files: number) => void;
}

/** Pulls from one system. What breaks on the way is a gap of the report; nothing is written down. */
export async function runPull(pull: ConfiguredPull, { signal, now, progress }: PullRun): Promise<FinishedPull> {
  const startedAt = now().toISOString();
  const secrets = await secretsIn(pull);
  const kept = new Map<string, PulledFile>();
  const gaps: PullGap[] = [];
  const passedOver: string[] = [];
  const remote = await openRemote(pull, { signal, now });
  let bytes = 0;
  try {
    for await (const pulled of sourceOf(pull.connection, remote.fetch)) {
      signal.throwIfAborted();
      const gap = pulled.kind === 'gap' ? pulled : (wrongWith(pulled, kept, secrets) ?? overFull(pull, kept.size, bytes + pulled.bytes.length));
      if (gap !== undefined) gaps.push(gap);
      if (gaps.length >= mostGaps) gaps.push({ kind: 'gap', code: 'full', what: `everything after the first ${mostGaps} gaps`, message: `the pull broke off after ${mostGaps} gaps; see to those first` });
      if (gaps.at(-1)?.code === 'full') break;
      if (pulled.kind === 'gap' || gap !== undefined) continue;
      if (!isRead(pulled)) passedOver.push(pulled.path);
      else {
        kept.set(pulled.path, pulled);
        bytes += pulled.bytes.length;
        progress(kept.size);
      }
    }
  } finally {
    remote.close();
  }
  return finished(pull, { startedAt, endedAt: now().toISOString(), kept: [...kept.values()], gaps, passedOver, secrets });
}

/** The credential in the forms in which a system could send it back. */
async function secretsIn({ credential }: ConfiguredPull): Promise<readonly string[]> {
  if (credential === undefined) return [];
  const secret = await ('token' in credential ? credential.token : credential.password).reveal();
  const sent = 'token' in credential ? [] : [Buffer.from(`${credential.user}:${secret}`).toString('base64')];
  return [secret, ...sent].filter(({ length }) => length >= shortestSought);
}

/** What speaks against keeping a file: its place, its size, or that a system sent the credential back. */
function wrongWith({ path, bytes }: PulledFile, kept: ReadonlyMap<string, PulledFile>, secrets: readonly string[]): PullGap | undefined {
  const gap = (code: string, message: string, what = path): PullGap => ({ kind: 'gap', code, what, message: `${what} ${message}` });
  if (path.length > 500 || path === reportPath || path.split('/').some((step) => step === '' || step === '.' || step === '..') || /[\\\p{Cc}]|^[A-Za-z]:/u.test(path)) return gap('bad-name', 'is named by the system in a way that is no plain path; rename it there', 'a file');
  if (kept.has(path)) return gap('same-name', 'was named twice by the system and only the first is kept; give one of the two another name there');
  if (bytes.length > largestFile) return gap('too-large', `is larger than ${largestFile} bytes and is not kept; shorten it there`);
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (secrets.some((secret) => content.includes(secret))) return gap('holds-credential', 'holds the credential of the connection and is not kept; take the credential out there and renew it');
  if (!isUtf8(bytes)) return gap('not-text', 'is not text in UTF-8 and is not kept; write it as such there');
  return undefined;
}

function overFull({ connection: { mostFiles } }: ConfiguredPull, files: number, bytes: number): PullGap | undefined {
  if (files < mostFiles && bytes <= largestPull) return undefined;
  return { kind: 'gap', code: 'full', what: `everything after the first ${files} files`, message: `there is more than ${files < mostFiles ? `${largestPull} bytes` : `${mostFiles} files`} to keep; narrow what the connection pulls, or raise mostFiles` };
}

function isRead({ path, bytes }: PulledFile): boolean {
  const file = { path, bytes, sha256: '' };
  return importers.some((importer) => importer.recognises(file));
}

interface Outcome {
  readonly startedAt: string;
  readonly endedAt: string;
  readonly kept: readonly PulledFile[];
  readonly gaps: readonly PullGap[];
  readonly passedOver: readonly string[];
  readonly secrets: readonly string[];
}

function finished({ connection }: ConfiguredPull, { startedAt, endedAt, kept, gaps, passedOver, secrets }: Outcome): FinishedPull {
  const { name, system, url, tolerate } = connection;
  const sources = kept.map(({ path, bytes }): SourceFile => ({ path, bytes, sha256: sha256Of(bytes) })).sort((a, b) => byCodeUnit(a.path, b.path));
  const origins = new Map(kept.map((file) => [file.path, file]));
  const report = withoutWords(secrets, {
    domicilePull: 1,
    connection: name,
    system,
    url,
    scope: scopeOf(connection),
    startedAt,
    endedAt,
    complete: gaps.length === 0,
    contentDigest: sha256Of(new TextEncoder().encode(canonicalJson(sources.map(({ path, sha256 }) => [path, sha256])))),
    files: sources.map(({ path, sha256, bytes }) => {
      const { url: from = url, at = endedAt, etag, revision } = origins.get(path) ?? {};
      return { path, sha256, bytes: bytes.length, url: from, pulledAt: at, ...(etag === undefined ? {} : { etag }), ...(revision === undefined ? {} : { revision }) };
    }),
    gaps: gaps.map(({ code, what, message }) => ({ code, what, message, tolerated: tolerate.includes(code) })),
    passedOver: { count: passedOver.length, first: passedOver.slice(0, mostNamed) },
  } satisfies PullReport);
  const bytes = jsonBytes(report);
  return { report, files: [...sources, { path: reportPath, bytes, sha256: sha256Of(bytes) }].sort((a, b) => byCodeUnit(a.path, b.path)) };
}

/** Names that a system gives, and so what is told of them, could hold anything. */
function withoutWords<Data>(words: readonly string[], data: Data): Data {
  const text = words.reduce((left, word) => left.replaceAll(JSON.stringify(word).slice(1, -1), redacted), JSON.stringify(data));
  return JSON.parse(text) as Data;
}
