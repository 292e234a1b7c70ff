/**
 * `weights verify` against `sha256sum` and `openssl dgst -sha256` on the same bytes, side by side, and the header of a safetensors file with 100,000 tensors.
 * DOMICILE_BENCH_GIB sets the size (4 by default); the files are sparse, so they need no space.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSafetensorsHeader } from '../dist/src/weights/safetensors/read-safetensors-header.js';
import { verifyWeights } from '../dist/src/weights/verify-weights.js';

const gibibytes = Number(process.env.DOMICILE_BENCH_GIB ?? 4);
const bytes = Math.round(gibibytes * 1024 ** 3);
const asOf = new Date();

function sparseFolder(top, name, files) {
  const folder = join(top, name);
  mkdirSync(folder);
  for (let index = 0; index < files; index += 1) {
    const file = join(folder, `part-${index}.bin`);
    writeFileSync(file, '');
    truncateSync(file, Math.floor(bytes / files));
  }
  return folder;
}

/** Seconds of wall time and of all cores together. */
async function timed(work) {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { wall: (performance.now() - wall) / 1_000, cpu: (user + system) / 1e6 };
}

function tool(command, args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} failed`);
}

function headerOf100000Tensors(top) {
  const tensors = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`model.layers.${index}.self_attn.q_proj.weight`, { dtype: 'BF16', shape: [2], data_offsets: [index * 4, index * 4 + 4] }]));
  const json = Buffer.from(JSON.stringify(tensors));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  const file = Buffer.concat([length, json, Buffer.alloc(400_000)]);
  const path = join(top, 'many.safetensors');
  writeFileSync(path, file);
  return { path, size: file.length };
}

const best = (runs) => runs.reduce((a, b) => (b.wall < a.wall ? b : a));

export default async function run(print) {
  const top = mkdtempSync(join(tmpdir(), 'domicile-bench-'));
  try {
    const one = sparseFolder(top, 'one', 1);
    const file = join(one, 'part-0.bin');
    const ours = [];
    const openssl = [];
    for (let round = 0; round < 2; round += 1) {
      openssl.push(await timed(() => tool('openssl', ['dgst', '-sha256', file])));
      ours.push(await timed(() => verifyWeights(one, { asOf })));
    }
    const sha256sum = await timed(() => tool('sha256sum', [file]));
    const fastest = Math.min(best(openssl).wall, sha256sum.wall);
    print(`one file of ${gibibytes} GiB: weights verify ${best(ours).wall.toFixed(2)} s, openssl ${best(openssl).wall.toFixed(2)} s, sha256sum ${sha256sum.wall.toFixed(2)} s`);
    print(`  ${(best(ours).wall / fastest).toFixed(2)}× the faster of the two (at most 1.1)`);

    const cores = availableParallelism();
    const several = sparseFolder(top, 'several', 4);
    const parallel = best([await timed(() => verifyWeights(several, { asOf })), await timed(() => verifyWeights(several, { asOf }))]);
    print(`four files of ${gibibytes / 4} GiB on ${cores} cores: ${parallel.wall.toFixed(2)} s, ${(best(ours).wall / parallel.wall).toFixed(2)}× as fast as one file, ${(parallel.cpu / parallel.wall).toFixed(2)} cores busy; ${loadavg()[0]?.toFixed(1)} runnable on this machine`);

    const { path, size } = headerOf100000Tensors(top);
    const descriptor = openSync(path, 'r');
    const header = await timed(() => readSafetensorsHeader(descriptor, size));
    closeSync(descriptor);
    print(`header with 100,000 tensors (${(size / 1e6).toFixed(1)} MB), first reading: ${(header.wall * 1_000).toFixed(0)} ms, ${(header.cpu * 1_000).toFixed(0)} ms of computing on all threads (at most 1000)`);
  } finally {
    rmSync(top, { recursive: true });
  }
}
