/** Runs every benchmark of this folder, or those whose names are given, one after another, and prints ratios measured side by side. */
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';

const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bench.mjs')).sort();
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
for (const file of files) {
  const name = file.replace('.bench.mjs', '');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n# ${name}`);
  const { default: run } = await import(`./${file}`);
  await run((line) => console.log(line));
}
