/** SMAA alone in this process, and the whole `domicile decide` as a process, each beside the limit it has to keep. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { choiceDraws } from '../dist/src/core/decision/choice/choice-draws.js';
import { smaa } from '../dist/src/core/decision/choice/smaa.js';

const root = join(import.meta.dirname, '..');
const rounds = 21;
const median = (values) => [...values].sort((left, right) => left - right)[values.length >> 1];
/** Milliseconds that work in this process takes, by the clock and of the processor. */
const timed = (work) => {
  const [started, before] = [process.hrtime.bigint(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(before);
  return { wall: Number(process.hrtime.bigint() - started) / 1e6, cpu: (user + system) / 1e3 };
};

/** Every score uncertain, nothing kept from an earlier round. */
function drawAndCount(options, criteria, draws, seed) {
  const anchors = [{ at: 0, value: 0 }, { at: 50, value: 0.7 }, { at: 100, value: 1 }];
  const cells = Array.from({ length: options }, (_, row) => Array.from({ length: criteria }, (__, column) => ({ kind: 'known', low: row, mode: 40 + row, high: 90 + column / 2, anchors, seed: seed + row * criteria + column })));
  const made = choiceDraws();
  const elicited = Array.from({ length: criteria }, () => 1 / criteria);
  return smaa({ options, criteria, draws, values: made.values(cells, draws), weights: made.weights({ seed, draws, weightSpace: 'any' }, elicited) });
}

/** Milliseconds a whole Node process takes, by the clock and of the processor. */
function wholeProcess(args) {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--require', join(root, 'bench', 'measured-process.cjs'), ...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  return { wall, cpu: Number(/^cpu (\S+) ms$/m.exec(stderr)?.[1]) };
}

export default async function run(print) {
  const first = timed(() => drawAndCount(8, 12, 10_000, 1));
  const warm = Array.from({ length: rounds }, (_, round) => timed(() => drawAndCount(8, 12, 10_000, round + 2)));
  const then = (pick) => median(warm.map(pick)).toFixed(0);
  print(`10,000 SMAA draws over 8 options × 12 criteria: first ${first.wall.toFixed(0)} ms (${first.cpu.toFixed(0)} of processor), then ${then(({ wall }) => wall)} ms (${then(({ cpu }) => cpu)} of processor; medians of ${rounds} rounds; under 100 ms)`);
  for (const example of ['open-wins', 'closed-wins', 'contested', 'none-admissible']) {
    const decide = [join(root, 'dist', 'domicile.cjs'), 'decide', join(root, 'examples', 'decisions', `${example}.yaml`), '--format', 'json'];
    const measured = Array.from({ length: rounds }, () => ({ nothing: wholeProcess(['-e', '0']), decided: wholeProcess(decide) }));
    const of = (pick) => median(measured.map(pick));
    const [wall, cpu] = [of(({ decided }) => decided.wall), of(({ decided }) => decided.cpu)];
    print(`decide ${example}, whole process: ${wall.toFixed(0)} ms, ${of(({ nothing, decided }) => decided.wall / nothing.wall).toFixed(1)}× node -e 0 (${of(({ nothing }) => nothing.wall).toFixed(0)} ms); ${cpu.toFixed(0)} ms of processor against ${of(({ nothing }) => nothing.cpu).toFixed(0)} (medians of ${rounds} rounds; under 500 ms)`);
  }
}
