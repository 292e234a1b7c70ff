import fc from 'fast-check';
import { parseInstant } from './parse-instant.js';

describe('parseInstant', () => {
  it('reads what the calendar of the platform writes', () => {
    const dates = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        expect(parseInstant(date.toISOString())).toBe(date.getTime());
        expect(parseInstant(date.toISOString().slice(0, 10))).toBe(Date.parse(date.toISOString().slice(0, 10)));
      }),
    );
  });

  it.each([
    ['2026-11-23T10:00:00+02:00', Date.UTC(2026, 10, 23, 8)],
    ['2026-11-23T10:00:00.123456Z', Date.UTC(2026, 10, 23, 10, 0, 0, 123)],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['2000-02-29', Date.UTC(2000, 1, 29)],
  ])('reads %s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  it.each(['', '2026', '2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-11-23T10:00', '2026-11-23T10:00:00', '2026-11-23T24:00:00Z', '2026-11-23T10:00:00+2:00', '2026-11-23 10:00:00Z', '23.11.2026', '2026-11-23T10:00:00.Z', '2026-11-23x', '2026-11-23T10:00:00Zx', '２０２６-11-23'])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('never reads what is no ISO 8601', () => {
    fc.assert(fc.property(fc.string(), (text) => /^\d{4}-\d{2}-\d{2}/.test(text) || parseInstant(text) === undefined));
  });
});
