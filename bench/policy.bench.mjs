/** Policy evaluation against the same rules written by hand and against other engines, side by side in one process. */
import { asOf, celByBachmann, celJs, domicile, domicileVerdicts, handWritten, jsonRules } from './policy/contenders.mjs';
import { documents, subjectsOf } from './policy/documents.mjs';
import { rules } from './policy/rules.mjs';

const documentCount = 300;
const rounds = 15;
/** Highest median of ours against by hand. */
const limit = 3.5;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function timed(ask, subjects, repeats) {
  const start = performance.now();
  for (let repeat = 0; repeat < repeats; repeat++) await ask(subjects);
  return ((performance.now() - start) * 1_000) / repeats;
}

export default async function run(print) {
  const made = documents(documentCount);
  const subjects = made.flatMap(subjectsOf);
  const bytes = made.reduce((sum, document) => sum + JSON.stringify(document).length, 0) / documentCount;
  const evaluations = subjects.reduce((sum, { kind }) => sum + rules.filter(({ subject }) => subject === kind).length, 0);
  print(`policy: ${rules.length} rules, ${documentCount} documents of ${(bytes / 1_000).toFixed(1)} kB, ${evaluations} evaluations a round, as of ${asOf}`);

  const contenders = [
    { name: 'by hand', ask: handWritten(), repeats: 40 },
    { name: 'domicile', ask: domicile(), repeats: 40 },
    { name: 'domicile with verdicts and explanations', ask: domicileVerdicts(), repeats: 2 },
    { name: '@marcbachmann/cel-js', ask: celByBachmann(), repeats: 3 },
    { name: 'cel-js', ask: celJs(), repeats: 1 },
    { name: 'json-rules-engine', ask: jsonRules(), repeats: 1 },
  ];
  const counts = new Map();
  for (const { name, ask, repeats } of contenders) {
    counts.set(name, await ask(subjects));
    await timed(ask, subjects, repeats);
  }
  if (JSON.stringify(counts.get('by hand')) !== JSON.stringify(counts.get('domicile'))) throw new Error(`the rules by hand say ${JSON.stringify(counts.get('by hand'))}, domicile says ${JSON.stringify(counts.get('domicile'))}`);

  const times = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, ask, repeats } of contenders) times.get(name).push(await timed(ask, subjects, repeats));
  }
  const hand = times.get('by hand');
  const ratios = new Map(contenders.map(({ name }) => [name, median(times.get(name).map((time, round) => time / hand[round]))]));
  for (const { name } of contenders) {
    const { pass, fail, unknown, 'not-applicable': none } = counts.get(name);
    print(`  ${name.padEnd(40)} ${((median(times.get(name)) * 1_000) / evaluations).toFixed(0).padStart(7)} ns a rule  ${ratios.get(name).toFixed(2).padStart(8)} × by hand   pass ${pass}, fail ${fail}, unknown ${unknown}, not applicable ${none}`);
  }
  const ours = ratios.get('domicile');
  const ahead = ['json-rules-engine', 'cel-js', '@marcbachmann/cel-js'].every((name) => ratios.get(name) > ours);
  print(`  ${ours <= limit && ahead ? 'ok' : 'MISSED'}: ${ours.toFixed(2)} × by hand (at most ${limit}), ${ahead ? 'ahead of' : 'BEHIND'} json-rules-engine and cel-js`);
  return { ratio: ours, met: ours <= limit && ahead };
}
