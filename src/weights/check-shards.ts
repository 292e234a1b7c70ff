import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { type FileInspection } from './inspect-file.js';
import { isStrictObject } from './is-strict-object.js';
import { MalformedFile } from './malformed-file.js';
import { parseStrictJson } from './parse-strict-json.js';
import { readableText } from '../core/inventory/readable-text.js';
import { type WalkedFile } from './walk-weights.js';
import { type WeightsProblem } from './weights-report.js';

const limits = { bytes: 32 * 1024 * 1024, depth: 8, values: 400_000, problems: 50 };
const listed = 10;

/** Whether all parts of weights that are split over files are here, and hold the tensors that their index names. */
export function checkShards(files: readonly WalkedFile[], inspections: ReadonlyMap<string, FileInspection>): WeightsProblem[] {
  return [...files.filter(({ path }) => /\.index\.json$/.test(path)).flatMap((index) => checkIndex(index, inspections)), ...checkNumberedParts(files)];
}

function checkIndex(index: WalkedFile, inspections: ReadonlyMap<string, FileInspection>): WeightsProblem[] {
  try {
    if (index.bytes > limits.bytes) throw new MalformedFile('file-too-large', `the index has more than ${limits.bytes} bytes`, 'unknown');
    const json = parseStrictJson(readFileSync(index.location, 'utf8'), limits);
    const map = isStrictObject(json) ? json['weight_map'] : undefined;
    if (!isStrictObject(map)) throw new MalformedFile('bad-index', 'the index has no weight_map');
    const byShard = new Map<string, string[]>();
    for (const [tensor, shard] of Object.entries(map)) {
      if (typeof shard !== 'string') throw new MalformedFile('bad-index', `the index names no file for the tensor ${readableText(tensor)}`);
      const tensors = byShard.get(shard);
      if (tensors === undefined) byShard.set(shard, [tensor]);
      else tensors.push(tensor);
    }
    const problems = [...byShard].flatMap(([shard, tensors]) => checkShard(index.path, shard, tensors, inspections));
    const more = problems.length - limits.problems;
    return more <= 0 ? problems : [...problems.slice(0, limits.problems), { code: 'missing-shard', bearing: 'wrong', message: `${index.path}: ${more} more such faults` }];
  } catch (error) {
    if (!(error instanceof MalformedFile)) throw error;
    return [{ code: error.code, bearing: error.bearing, message: `${index.path}: ${error.message}` }];
  }
}

function checkShard(index: string, shard: string, tensors: readonly string[], inspections: ReadonlyMap<string, FileInspection>): WeightsProblem[] {
  const shown = readableText(shard);
  if (shard.startsWith('/') || shard.split(/[\\/]/).includes('..')) return [{ code: 'path-escape', bearing: 'wrong', message: `${index} names ${shown}, a path that leads out of the folder; do not load it` }];
  const inspection = inspections.get(posix.join(posix.dirname(index), shard));
  if (inspection === undefined) return [{ code: 'missing-shard', bearing: 'wrong', message: `${index} names ${shown}, which is not here; fetch it` }];
  if (inspection.tensorNames === undefined) return [];
  const held = new Set(inspection.tensorNames);
  const absent = tensors.filter((tensor) => !held.has(tensor));
  if (absent.length === 0) return [];
  return [{ code: 'missing-tensor', bearing: 'wrong', message: `${index} places ${absent.slice(0, listed).map((tensor) => readableText(tensor)).join(', ')}${absent.length > listed ? ` and ${absent.length - listed} more` : ''} in ${shown}, which does not hold them; fetch both again` }];
}

/** `name-00001-of-00003.gguf`: each of the three. */
function checkNumberedParts(files: readonly WalkedFile[]): WeightsProblem[] {
  const sets = new Map<string, { total: number; parts: Set<number> }>();
  for (const { path } of files) {
    const found = /^(.*)-(\d{5})-of-(\d{5})\.gguf$/.exec(path);
    if (found === null) continue;
    const total = Number(found[3]);
    const set = sets.get(`${found[1]} of ${total}`) ?? { total, parts: new Set<number>() };
    set.parts.add(Number(found[2]));
    sets.set(`${found[1]} of ${total}`, set);
  }
  return [...sets].filter(([, { total, parts }]) => parts.size < total).map(([name, { total, parts }]) => ({ code: 'missing-shard', bearing: 'wrong', message: `${name} parts of GGUF, only ${parts.size} are here; fetch the other ${total - parts.size}` }));
}
