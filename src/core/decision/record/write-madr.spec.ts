import { decide } from './decide.js';
import { decideCase } from './decide-case.js';
import { writeMadr } from './write-madr.js';

const hostile = 'One | two\n# three <script>alert(1)</script> `code` [link](http://example.org) ```';
const given = decideCase.parse({
  schema: 'domicile/decide-case/1',
  id: 'hostile',
  title: hostile,
  asOf: '2026-11-23',
  decisionMakers: ['A "quoted" person\nstatus: accepted'],
  context: hostile,
  drivers: [hostile],
  seed: 1,
  draws: 100,
  weightSpace: 'any',
  convention: { robust: 0.8, leaning: 0.5, consistencyRatio: 0.1, tie: 1e-9 },
  criteria: [{ id: 'c', title: 'c', unit: 'points', anchors: [{ at: 0, value: 0 }, { at: 1, value: 1 }] }],
  weighting: { method: 'direct', weights: { c: 1 } },
  options: [{ id: 'as-is', template: 'status-quo', title: hostile, residualRisks: [hostile], scores: { c: { value: 0.5, unit: 'points', kind: 'assumed', source: 'test', asOf: '2026-11-23' } } }],
  leftOut: [{ template: 'hybrid', because: hostile }],
  confirmation: hostile,
  reviewTriggers: [{ watch: hostile, threshold: hostile, then: hostile }],
});

const written = (): string => {
  const decision = decide(given, { engine: 'test', whatIf: true });
  if (decision.kind !== 'decided') throw new Error(decision.kind);
  return writeMadr(decision.record);
};

describe('writeMadr', () => {
  it('keeps the headings of MADR in their order', () => {
    const headings = [...written().matchAll(/^(#{1,2}) (.*)$/gm)].map(([, , heading]) => heading);
    expect(headings.slice(1)).toEqual(['Context and Problem Statement', 'Decision Drivers', 'Considered Options', 'Decision Outcome', 'Pros and Cons of the Options', 'More Information']);
  });

  it('lets no text of people become markup, a heading, a cell or a fence', () => {
    const prose = written().slice(0, written().indexOf('### For Machines'));
    expect(prose).not.toMatch(/<script>|^# three|\[link\]\(|```/m);
    const rows = prose.split('\n').filter((line) => line.startsWith('| One'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.match(/(?<!\\)\|/g)).toHaveLength(4);
    expect(prose.match(/^status:/gm)).toHaveLength(1);
  });

  it('says which inputs it rests on, who approved them and how to compute it again', () => {
    expect(written()).toMatch(/### Inputs\n\n- Hash sha256:[0-9a-f]{64}, approved by nobody\n- Computed by test from seed 1 in 100 draws\n- No version of data is named\n/);
  });

  it('closes with one block for machines that is JSON', () => {
    const [, block] = /### For Machines\n\n```json\n(.*)\n```\n$/.exec(written()) ?? [];
    expect(JSON.parse(block ?? '')).toMatchObject({ schema: 'domicile/decision-record/1', id: 'hostile', seed: 1, date: '2026-11-23', decision: null, approval: null, residualRisks: [], reviewTriggers: expect.arrayContaining([expect.objectContaining({ watch: hostile })]) });
    expect(written().match(/^```/gm)).toHaveLength(2);
  });
});
