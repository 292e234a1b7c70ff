/** SMAA alone in this process, and the whole `domicile decide` as a process, each beside the limit it has to keep. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { choiceDraws } from '../dist/src/core/decision/choice/choice-draws.js';
import { smaa } from '../dist/src/core/decision/choice/smaa.js';

const root = join(import.meta.dirname, '..');
const rounds = 21;
const median = (values) => [...values].sort((left, right) => left - right)[values.length >> 1];
const milliseconds = (work) => {
  const started = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - started) / 1e6;
};

/** Every score uncertain, nothing kept from an earlier round. */
function drawAndCount(options, criteria, draws, seed) {
  const anchors = [{ at: 0, value: 0 }, { at: 50, value: 0.7 }, { at: 100, value: 1 }];
  const cells = Array.from({ length: options }, (_, row) => Array.from({ length: criteria }, (__, column) => ({ kind: 'known', low: row, mode: 40 + row, high: 90 + column / 2, anchors, seed: seed + row * criteria + column })));
  const made = choiceDraws();
  const elicited = Array.from({ length: criteria }, () => 1 / criteria);
  return smaa({ options, criteria, draws, values: made.values(cells, draws), weights: made.weights({ seed, draws, weightSpace: 'any' }, elicited) });
}

function decideOnce(example) {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'domicile.cjs'), 'decide', join(root, 'examples', 'decisions', example), '--format', 'json'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`decide ${example} failed: ${stderr}`);
}

export default async function run(print) {
  const first = milliseconds(() => drawAndCount(8, 12, 10_000, 1));
  const warm = Array.from({ length: rounds }, (_, round) => milliseconds(() => drawAndCount(8, 12, 10_000, round + 2)));
  print(`10,000 SMAA draws over 8 options × 12 criteria: first ${first.toFixed(0)} ms, then ${median(warm).toFixed(0)} ms (median of ${rounds} rounds; under 100)`);
  for (const example of ['open-wins.yaml', 'closed-wins.yaml', 'contested.yaml', 'none-admissible.yaml']) {
    const pairs = Array.from({ length: rounds }, () => ({ nothing: milliseconds(() => spawnSync(process.execPath, ['-e', '0'])), decided: milliseconds(() => decideOnce(example)) }));
    const ratio = median(pairs.map(({ nothing, decided }) => decided / nothing));
    print(`decide ${example}, whole process: ${median(pairs.map(({ decided }) => decided)).toFixed(0)} ms, ${ratio.toFixed(1)}× node -e 0 (median of ${rounds} rounds; under 500 ms on an idle machine)`);
  }
}
