/** `domicile check` on one manifest, whole process, against a Node process that does nothing. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const rounds = 21;

function timed(args) {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status === null || status === 2) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

export default async function run(print) {
  const manifests = [
    { name: 'one deployment', manifest: join(root, 'bench', 'one-deployment.domicile.yaml'), limit: '; at most 3' },
    { name: 'twelve deployments with their waivers, facts and attachments', manifest: join(root, 'examples', 'nordlicht', 'domicile.yaml'), limit: '' },
  ];
  for (const { name, manifest, limit } of manifests) {
    const ratios = [];
    const times = [];
    timed(['-e', '0']);
    timed([join(root, 'dist', 'domicile.cjs'), 'check', manifest]);
    for (let round = 0; round < rounds; round++) {
      const nothing = timed(['-e', '0']);
      const check = timed([join(root, 'dist', 'domicile.cjs'), 'check', manifest]);
      ratios.push(check / nothing);
      times.push(check);
    }
    print(`check of ${name}: ${median(times).toFixed(0)} ms, ${median(ratios).toFixed(2)}× node -e 0 (median of ${rounds} rounds${limit})`);
  }
}
