import { openLineageImporter } from './open-lineage.importer.js';

const read = (value: unknown) => openLineageImporter.import({ path: 'e.json', bytes: new TextEncoder().encode(JSON.stringify(value)), sha256: '0'.repeat(64) }, {});

describe('openLineageImporter', () => {
  it('reads what a job reads and writes, without passwords, as of the event', () => {
    const { fragment } = read({ eventTime: '2026-01-02T03:04:05Z', job: { namespace: 'n', name: 'j' }, run: {}, inputs: [{ namespace: 'postgres://me:secret@db', name: 't' }], outputs: [{ namespace: 's3://b', name: 'o' }], producer: 'x' });
    expect(fragment.records.map(({ value }) => value)).toEqual([{ id: 'n/j/reads/t', from: 'postgres://db/t', via: 'n/j' }, { id: 'n/j/writes/o', from: 'n/j', via: 'n/j' }]);
    expect(fragment.source.effective).toBe('2026-01-02T03:04:05Z');
  });

  it('warns of an event without data sets and refuses one without a job', () => {
    expect(read({ job: { name: 'j' } }).problems).toEqual([expect.objectContaining({ code: 'no-facts', level: 'warning' })]);
    expect(read({ job: {} }).problems).toEqual([expect.objectContaining({ code: 'missing-key' })]);
  });
});
