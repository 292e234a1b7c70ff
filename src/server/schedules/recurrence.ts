import { Cron } from 'croner';

/** When something recurs. A local time that a change of clocks leaves out comes at the next instant there is; one that it repeats comes once. */
export interface Recurrence {
  /** Instants after this one, earliest first. */
  readonly after: (instant: Date, most: number) => readonly Date[];
  /** The latest instant up to and with this one. */
  readonly upTo: (instant: Date) => Date | undefined;
}

/** @throws Error that says what is wrong with the expression or the time zone */
export function recurrenceOf({ cron, timeZone }: { readonly cron: string; readonly timeZone: string }): Recurrence {
  const times = new Cron(cron, { timezone: timeZone, mode: '5-part', paused: true });
  return {
    after: (instant, most) => times.nextRuns(most, instant),
    upTo: (instant) => times.previousRuns(1, new Date(Math.floor(instant.getTime() / 1000) * 1000 + 1000))[0],
  };
}
