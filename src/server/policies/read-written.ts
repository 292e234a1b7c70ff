import { join } from 'node:path';
import { testPack } from '../../core/evaluation/test-pack.js';
import { type Problem } from '../../core/inventory/problem.js';
import { idOf, isOverlay, type PackWithTests } from '../../files/compile-pack-sources.js';
import { compileOwnPacks, type OwnPackOptions } from '../../files/compile-own-packs.js';
import { parsePackFile } from '../../files/parse-pack-file.js';
import { readPackSource } from '../../files/read-pack-source.js';
import { type CompiledPolicy, type PolicyAnswer, type PolicyTask, type WrittenPolicy } from './policy-task.js';

/** Most problems that are told of one text. */
const mostProblems = 200;

/** What a worker makes of policies; pure but for the shipped packs, which it reads. */
export async function readWritten(task: PolicyTask, options: OwnPackOptions): Promise<PolicyAnswer> {
  if (task.kind === 'count') return { kind: 'count', tests: Object.fromEntries(await Promise.all(options.shipped.map((id) => countTests(id, options.sources)))) };
  if (task.kind === 'compile') {
    const { packs, broken } = await compileOwnPacks(task.policies, options);
    return { kind: 'compile', packs: packs.map(({ pack, tests }) => ({ pack, tests: Object.fromEntries(tests.rules.map((rule) => [rule.rule, rule.tests.length])) })), broken };
  }
  const { problems, found, policy } = await compileWritten(task, options);
  if (task.kind === 'check') return { kind: 'check', problems, ...(policy === undefined ? {} : { policy }) };
  return { kind: 'test', problems, ...(found === undefined ? {} : { report: testPack(found.pack, found.tests) }) };
}

async function compileWritten({ text, standing }: WrittenPolicy, options: OwnPackOptions): Promise<{ readonly problems: readonly Problem[]; readonly found?: PackWithTests; readonly policy?: CompiledPolicy }> {
  const document = parsePackFile('policy.yaml', text);
  const written = idOf(document);
  const id = typeof written === 'string' ? written : 'policy';
  const { packs, broken } = await compileOwnPacks([...standing.filter(({ name }) => name !== id), { name: id, text }], options, id);
  const problems = broken.flatMap((each) => each.problems);
  const [found] = packs;
  if (found === undefined) return { problems: problems.slice(0, mostProblems) };
  return { problems: [], found, policy: { id, kind: isOverlay(document) ? 'overlay' : 'pack', pack: found.pack } };
}

async function countTests(id: string, sources: string): Promise<readonly [string, Readonly<Record<string, number>>]> {
  const { document } = await readPackSource(join(sources, id));
  const { rules } = document as { readonly rules: readonly { readonly id: string; readonly tests?: readonly unknown[] }[] };
  return [id, Object.fromEntries(rules.map((rule) => [rule.id, rule.tests?.length ?? 0]))];
}
