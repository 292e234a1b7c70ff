import { type Recurrence } from './recurrence.js';

const second = 1000;
/** A tick that comes no later than this leaves no time out: longer than it takes until the work of a process that died is taken over, several times. */
const grace = 300 * second;
const mostInGrace = 6;

/** The times to be made up: every one of the last minutes, or else the last one alone, however many there were. */
export function missedOf(recurrence: Recurrence, since: Date, now: Date): readonly Date[] {
  if (since > now) return [];
  const recent = recurrence.after(new Date(Math.max(since.getTime() - second, now.getTime() - grace)), mostInGrace).filter((time) => time >= since && time <= now);
  return recent.length > 0 ? recent : [recurrence.upTo(now) ?? since];
}
