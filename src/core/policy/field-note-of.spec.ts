import { z } from 'zod';
import { fieldNoteOf } from './field-note-of.js';

const variables = {
  flow: z.strictObject({
    to: z.string().describe('the recipient').optional(),
    stage: z.enum(['prompt', 'log']).describe('where on its way'),
    onwardTo: z.array(z.strictObject({ name: z.string(), tool: z.enum(['scc', 'none']).optional() })).optional().describe('sub-processors'),
    tags: z.array(z.string()).describe('what it is about'),
  }),
};

describe('fieldNoteOf', () => {
  it.each([
    ['flow.to', 'the recipient'],
    ['flow.stage', 'where on its way; one of prompt, log'],
    ['flow.onwardTo', 'sub-processors'],
    ['flow.onwardTo[].tool', 'one of scc, none'],
    ['flow.tags[]', 'what it is about'],
  ])('tells of %s', (path, note) => {
    expect(fieldNoteOf(variables, path)).toBe(note);
  });

  it.each(['flow', 'flow.onwardTo[].name', 'flow.missing', 'flow.to.deeper', 'other.field', 'flow.constructor'])('says nothing of %s', (path) => {
    expect(fieldNoteOf(variables, path)).toBeUndefined();
  });
});
