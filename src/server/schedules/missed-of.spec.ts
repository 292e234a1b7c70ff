import { missedOf } from './missed-of.js';
import { recurrenceOf } from './recurrence.js';

const missed = (cron: string, since: string, now: string): readonly string[] => missedOf(recurrenceOf({ cron, timeZone: 'Europe/Berlin' }), new Date(since), new Date(now)).map((time) => time.toISOString().slice(11, 16));

it('makes up every time of a tick that came some minutes late, and of a longer outage the last one alone or those of its last minutes', () => {
  expect(missed('* * * * *', '2027-01-03T10:01:00Z', '2027-01-03T10:00:59Z')).toEqual([]);
  expect(missed('* * * * *', '2027-01-03T10:01:00Z', '2027-01-03T10:01:00Z')).toEqual(['10:01']);
  expect(missed('* * * * *', '2027-01-03T10:01:00Z', '2027-01-03T10:03:12Z')).toEqual(['10:01', '10:02', '10:03']);
  expect(missed('* * * * *', '2027-01-01T10:01:00Z', '2027-01-03T10:03:12Z')).toEqual(['09:59', '10:00', '10:01', '10:02', '10:03']);
  expect(missed('0 8 * * *', '2027-01-01T07:00:00Z', '2027-01-03T10:03:12Z')).toEqual(['07:00']);
  expect(missed('0 8 * * *', '2027-01-01T07:00:00Z', '2027-01-03T07:00:00Z')).toEqual(['07:00']);
});

it('makes up a local time that is left out or comes twice once', () => {
  expect(missed('30 2 * * *', '2027-03-28T01:00:00Z', '2027-03-28T01:02:00Z')).toEqual(['01:00']);
  expect(missed('30 2 * * *', '2027-10-31T00:30:00Z', '2027-10-31T00:31:00Z')).toEqual(['00:30']);
  expect(missed('30 2 * * *', '2027-10-31T00:30:00Z', '2027-10-31T01:31:00Z')).toEqual(['00:30']);
});
