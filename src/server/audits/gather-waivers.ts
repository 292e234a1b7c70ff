import { type Problem } from '../../core/inventory/problem.js';
import { type Waiver } from '../../core/finding/waiver.js';
import { parseWaivers } from '../../files/read-waivers.js';
import { type CheckInput } from './check-input.js';

export interface GatheredWaivers {
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
}

/** The waivers that were approved here, those that manifests name among the files that were sent, and those that were sent as such. Nothing is read from the server's disk. */
export function gatherWaivers({ files, waivers: sent = [], granted = [] }: CheckInput, named: readonly string[]): GatheredWaivers {
  const texts = new Map([...files, ...sent].map(({ path, content }) => [path, content]));
  const paths = [...new Set([...named, ...sent.map(({ path }) => path)])];
  const read = paths.map((path) => {
    const text = texts.get(path);
    return text === undefined ? { waivers: [], problems: [{ file: path, code: 'not-found', message: 'there is no such waiver file; check the path' }] } : parseWaivers(path, text);
  });
  const waivers = [...granted, ...read.flatMap((each) => each.waivers)];
  const repeated = waivers.filter(({ id }, index) => waivers.findIndex((other) => other.id === id) !== index);
  return { waivers, problems: [...read.flatMap((each) => each.problems), ...repeated.map(({ id }) => ({ file: paths[0] ?? '', code: 'duplicate-id', message: `waiver '${id}' is given twice; give each its own id` }))] };
}
