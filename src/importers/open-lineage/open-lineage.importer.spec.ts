import { openLineageImporter } from './open-lineage.importer.js';

const read = (value: unknown) => openLineageImporter.import({ path: 'e.json', bytes: new TextEncoder().encode(JSON.stringify(value)), sha256: '0'.repeat(64) }, {});

describe('openLineageImporter', () => {
  it('reads what a job reads and writes, without passwords, as of the event', () => {
    const { fragment } = read({ eventTime: '2026-01-02T03:04:05Z', job: { namespace: 'n', name: 'j' }, run: {}, inputs: [{ namespace: 'postgres://me:secret@db', name: 't' }], outputs: [{ namespace: 's3://b', name: 'o' }], producer: 'x' });
    expect(fragment.records.map(({ value }) => value)).toEqual([{ id: 'n/j/reads/t', from: 'postgres://db/t', via: 'n/j' }, { id: 'n/j/writes/o', from: 'n/j', via: 'n/j' }]);
    expect(fragment.source.effective).toBe('2026-01-02T03:04:05Z');
  });

  it('reads one event on each line, each fact at its line, and tells of a line that cannot be read', () => {
    const event = (name: string): string => JSON.stringify({ eventTime: '2026-01-02T03:04:05Z', job: { name: 'j' }, run: {}, inputs: [{ namespace: 's3://b', name }], producer: 'x' });
    const file = { path: 'e.jsonl', bytes: new TextEncoder().encode(`${event('a')}\r\n\n{"job":\n${event('b')}\n`), sha256: '0'.repeat(64) };
    expect(openLineageImporter.recognises(file)).toBe(true);
    const { fragment, problems } = openLineageImporter.import(file, {});
    expect(fragment.records.map(({ id, origin }) => [id, origin.line])).toEqual([['j/reads/a', 1], ['j/reads/b', 4]]);
    expect(problems).toEqual([expect.objectContaining({ code: 'json-syntax', line: 3 })]);
  });

  it('reads a list of events', () => {
    const events = ['a', 'b'].map((name) => ({ job: { name: 'j' }, inputs: [{ namespace: 's3://b', name }] }));
    expect(read(events).fragment.records.map(({ id, origin }) => [id, origin.pointer])).toEqual([['j/reads/a', '/inputs/0'], ['j/reads/b', '/inputs/0']]);
  });

  it('warns of an event without data sets and refuses one without a job', () => {
    expect(read({ job: { name: 'j' } }).problems).toEqual([expect.objectContaining({ code: 'no-facts', level: 'warning' })]);
    expect(read({ job: {} }).problems).toEqual([expect.objectContaining({ code: 'missing-key' })]);
  });
});
