import { readdirSync, readFileSync } from 'node:fs';
import { invariant, invariantCount } from './invariant.js';

const files = ['test/cases', 'src/core/decision/sizing'].flatMap((folder) => readdirSync(folder).filter((name) => /(invariants|properties)\.spec\.ts$/.test(name)).map((name) => `${folder}/${name}`));
/** Bodies of the tests by the number of the invariant in their title. */
const tests = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split(/^ {2}it\(/m)
    .slice(1)
    .map((body) => ({ file, body, number: Number(/^invariant\((\d+)/.exec(body)?.[1] ?? NaN) })),
);

describe('the twenty invariants of the decision engine', () => {
  it('are twenty, each with a sentence of its own', () => {
    const titles = Array.from({ length: 20 }, (_, index) => invariant(index + 1));
    expect(invariantCount).toBe(20);
    expect(new Set(titles.map((title) => title.replace(/^invariant \d+: /, ''))).size).toBe(20);
    for (const title of titles) expect(title).toMatch(/^invariant \d+: [A-Z].{20,}/);
  });

  it.each(Array.from({ length: 20 }, (_, index) => index + 1))('%d stands as a property that is run', (number) => {
    const properties = tests.filter((test) => test.number === number && test.body.includes('fc.assert(') && test.body.includes('fc.property(') && test.body.includes('expect('));
    expect(properties.map(({ file }) => file)).not.toEqual([]);
  });

  it('are not skipped, nor is any test given a number beyond them', () => {
    for (const file of files) expect(readFileSync(file, 'utf8')).not.toMatch(/\b(it|describe|test)\.(skip|only|todo|failing)\b|\bx(it|describe)\(/);
    expect(tests.map(({ number }) => number).filter((number) => number > 20 || number < 1)).toEqual([]);
  });
});
