import { readFile } from 'node:fs/promises';
import { type AuditResult } from '../core/audit/audit-result.js';
import { auditResultSchema } from '../core/audit/audit-result-schema.js';
import { assembleSnapshot } from '../core/inventory/assemble-snapshot.js';
import { type InventorySnapshot } from '../core/inventory/inventory-snapshot.js';
import { type SourceText } from '../core/inventory/source-text.js';
import { askServer, type ServerAccess } from './ask-server.js';
import { type AuditOptions } from './audit-inputs.js';
import { gatherInputs } from './gather-inputs.js';
import { UsageError } from './usage-error.js';

export interface CheckedOnServer {
  readonly result: AuditResult;
  readonly snapshot: InventorySnapshot;
  /** The report of the stored audit. */
  readonly pdf: () => Promise<Uint8Array>;
  /** What was not sent, for the person who asked. */
  readonly note: string;
}

/** Lets a server check the files, with its packs and facts, and keep the audit. What cannot be sent is refused: a server that saw less would tell of less. */
export async function checkOnServer(options: AuditOptions, server: ServerAccess): Promise<CheckedOnServer> {
  refuseWhatStaysHere(options);
  const { imported, files, besides } = await gatherInputs(options.paths);
  const errors = besides.filter(({ level }) => level === undefined);
  if (errors.length > 0) throw new UsageError(`not everything that was named can be sent: ${errors.slice(0, 20).map(({ file, message }) => `${file}: ${message}`).join('; ')}`);
  const unread = new Set(imported.unrecognised.map(({ path }) => path));
  const read = files.filter(({ path }) => !unread.has(path)).map(({ path, bytes }) => textOf(path, bytes));
  const beside = [...new Set([...imported.settings.facts, ...imported.settings.waivers])].filter((path) => !read.some((file) => file.path === path));
  const sent = [...read, ...(await textsOf(beside))];
  const { packs, waivers, asOf, gate } = options;
  const body = { files: sent, asOf, failOn: gate.failOn, onUnknown: gate.onUnknown, ...(packs.length === 0 ? {} : { packs }), ...(waivers.length === 0 ? {} : { waivers: await textsOf(waivers) }) };
  const answer = await askServer(server, 'checks', body);
  const id = answer.headers.get('x-audit-id') ?? '';
  const result: unknown = await answer.json();
  if (!auditResultSchema.safeParse(result).success) throw new UsageError(`${server.url} answers with what is no audit of this version of Domicile; use the command line of the server's version`);
  return {
    result: result as AuditResult,
    snapshot: assembleSnapshot(imported.fragments, asOf),
    pdf: async () => new Uint8Array(await (await askServer(server, `audits/${id}/report.pdf`)).arrayBuffer()),
    note: `audit ${id} is kept on ${server.url}\n${besides.map(({ file, message }) => `${file}: ${message}\n`).join('')}`,
  };
}

function refuseWhatStaysHere({ baseline, base, code, weights, only, gate, packs }: AuditOptions): void {
  const given = Object.entries({ '--baseline': baseline, '--base': base, '--code': code, '--weights': weights, '--only': only, '--new-only': gate.newOnly || undefined }).filter(([, value]) => value !== undefined);
  if (given.length > 0) throw new UsageError(`a server checks what is sent and cannot take ${given.map(([flag]) => flag).join(', ')}; leave that out, or --server`);
  const path = packs.find((pack) => /[\\/]/.test(pack));
  if (path !== undefined) throw new UsageError(`a server uses its own packs and not '${path}'; name a pack by its id, or leave out --server`);
}

const textsOf = (paths: readonly string[]): Promise<SourceText[]> =>
  Promise.all(paths.map(async (path) => textOf(path, await readFile(path).catch(() => { throw new UsageError(`there is no '${path}', which is to be sent; check the path`); }))));

function textOf(path: string, bytes: Uint8Array): SourceText {
  if (/^(\/|[A-Za-z]:)|\\|(^|\/)\.\.(\/|$)/.test(path)) throw new UsageError(`'${path}' lies outside of this folder and is not sent; run domicile in the folder that holds all of it`);
  try {
    return { path, content: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    throw new UsageError(`'${path}' is no UTF-8 text and cannot be sent; save it as UTF-8, or leave it out`);
  }
}
