import { fieldOf } from './field-of.js';
import { judgeFact } from './judge-fact.js';
import type { ReferenceFacts } from './reference-facts.js';

const review = { defaultDays: 180, reason: 'test' };
const record = { asOf: '2026-01-10', confidence: 'verified-in-source', sources: [{ title: 'a page' }], unverified: ['retention', 'parents[1].from'] } as const;
const judge = (asOf: string, part?: Parameters<typeof judgeFact>[5]) => judgeFact('provider/x', record, 'value', asOf, review, part);

describe('a fact under an instant', () => {
  it.each([
    ['2026-01-09', 'not-yet-known'],
    ['2026-01-10', 'current'],
    ['2026-07-09', 'current'],
    ['2026-07-10', 'stale'],
  ])('without a first day is on %s %s', (asOf, state) => {
    expect(judge(asOf)).toMatchObject({ state, value: state === 'not-yet-known' ? undefined : 'value', reviewBy: '2026-07-09' });
  });

  it('with a first day is known from it on', () => {
    expect(judge('2020-06-01', { from: '2020-06', fromField: 'validFrom' }).state).toBe('current');
    expect(judge('2020-05-31', { from: '2020-06', fromField: 'validFrom' }).state).toBe('not-yet-known');
  });

  it('counts the day in UTC', () => {
    expect(judge('2026-01-10T00:30:00+02:00').state).toBe('not-yet-known');
    expect(judge('2026-07-10T00:30:00+02:00').state).toBe('current');
  });

  it('is unverified where its field, or the date it leans on, is', () => {
    expect(judge('2026-02-01', { path: 'retention.days' }).state).toBe('unverified');
    expect(judge('2026-02-01', { path: 'retentionPeriod' }).state).toBe('current');
    expect(judge('2026-02-01', { path: 'parents[1]', from: '2020' }).state).toBe('current');
    expect(judge('2025-02-01', { path: 'parents[1]', from: '2020' }).state).toBe('unverified');
  });

  it('takes the sources of its part where that has its own', () => {
    expect(judge('2026-02-01', { sources: [{ title: 'another' }], confidence: 'known-in-secondary-sources' })).toMatchObject({ sources: [{ title: 'another' }], confidence: 'known-in-secondary-sources', state: 'current' });
    expect(judge('2026-02-01', { noSource: 'general knowledge', confidence: 'known-but-unverified' })).toMatchObject({ sources: [], noSource: 'general knowledge', state: 'unverified' });
  });

  it('heeds a review day of its own before the default', () => {
    expect(judgeFact('provider/x', { ...record, reviewBy: '2026-02-01' }, 1, '2026-02-02', review).state).toBe('stale');
  });

  it('reviews a fact known to the month or year from the end of it', () => {
    expect(judgeFact('engine/x', { ...record, asOf: '2026-02' }, 1, '2026-03-01', review).reviewBy).toBe('2026-08-27');
    expect(judgeFact('engine/x', { ...record, asOf: '2024' }, 1, '2024-06-01', review).reviewBy).toBe('2025-06-29');
  });
});

describe('a field of a record that was found', () => {
  const reference = { data: { review } } as unknown as ReferenceFacts;
  const held = { ...record, retention: { days: 30 }, kind: 'model-api' };

  it('has the confidence of the field', () => {
    const found = judgeFact('provider/x', held, held, '2026-02-01', review);
    expect(fieldOf(reference, found, 'kind', ({ kind }) => kind, '2026-02-01')).toMatchObject({ value: 'model-api', state: 'current' });
    expect(fieldOf(reference, found, 'retention', ({ retention }) => retention.days, '2026-02-01')).toMatchObject({ value: 30, state: 'unverified', confidence: 'known-but-unverified' });
  });

  it('stays unknown where the record is, and stale where the record is', () => {
    expect(fieldOf(reference, judgeFact('provider/x', held, held, '2025-01-01', review), 'kind', ({ kind }) => kind, '2025-01-01')).toMatchObject({ value: undefined, state: 'not-yet-known' });
    expect(fieldOf(reference, judgeFact('provider/x', held, held, '2027-01-01', review), 'kind', ({ kind }) => kind, '2027-01-01').state).toBe('stale');
  });

  it('is known as long as a record with a first day is', () => {
    const terms = judgeFact('licence/x', held, held, '2024-01-01', review, { from: '2023', fromField: 'validFrom' });
    expect(fieldOf(reference, terms, 'kind', ({ kind }) => kind, '2024-01-01')).toMatchObject({ value: 'model-api', state: 'current' });
  });
});
