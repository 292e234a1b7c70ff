import { recurrenceOf } from './recurrence.js';

const iso = (dates: readonly Date[]): readonly string[] => dates.map((date) => date.toISOString());

describe('a recurrence', () => {
  it.each([
    ['left out, in Berlin', '30 2 * * *', 'Europe/Berlin', '2026-03-28T12:00:00Z', ['2026-03-29T01:00:00.000Z', '2026-03-30T00:30:00.000Z']],
    ['repeated, in Berlin', '30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', ['2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z']],
    ['left out by half an hour, on Lord Howe', '15 2 * * *', 'Australia/Lord_Howe', '2026-10-03T00:00:00Z', ['2026-10-03T15:30:00.000Z', '2026-10-04T15:15:00.000Z']],
    ['left out at midnight, in Santiago', '0 0 * * *', 'America/Santiago', '2026-09-05T12:00:00Z', ['2026-09-06T04:00:00.000Z', '2026-09-07T03:00:00.000Z']],
    ['repeated, in New York', '30 1 * * *', 'America/New_York', '2026-10-31T12:00:00Z', ['2026-11-01T05:30:00.000Z', '2026-11-02T06:30:00.000Z']],
    ['of a day that few years have', '0 0 29 2 *', 'UTC', '2026-01-01T00:00:00Z', ['2028-02-29T00:00:00.000Z', '2032-02-29T00:00:00.000Z']],
  ])('comes once at a time that is %s', (_what, cron, timeZone, from, expected) => {
    expect(iso(recurrenceOf({ cron, timeZone }).after(new Date(from), 2))).toEqual(expected);
  });

  it('is the same looked at forwards and backwards, over every change of clocks of a year', () => {
    for (const timeZone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'])
      for (const cron of ['30 2 * * *', '15 1 * * *', '0 0 * * 1']) {
        const times = recurrenceOf({ cron, timeZone });
        const walked = times.after(new Date('2026-01-01T00:00:00Z'), 380);
        for (const [at, instant] of walked.entries()) {
          const before = walked[at - 1];
          expect(times.upTo(new Date(instant.getTime() + 30_500))).toEqual(instant);
          expect(times.upTo(instant)).toEqual(instant);
          if (before !== undefined) expect(times.upTo(new Date(instant.getTime() - 1))).toEqual(before);
        }
      }
  });

  it('that never comes is empty', () => {
    expect(recurrenceOf({ cron: '0 9 30 2 *', timeZone: 'UTC' }).after(new Date('2026-01-01T00:00:00Z'), 1)).toEqual([]);
  });
});
