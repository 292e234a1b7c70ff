import { type Schedule, type Schemas } from '../api/shapes.js';

export type ScheduleTerms = Schemas['ScheduleDraft'];

/** What can be changed of a schedule. */
export function termsOf({ name, cron, timeZone, audit, report, condition, recipients, enabled }: Schedule): ScheduleTerms {
  return { name, cron, timeZone, audit, report, condition, recipients, enabled };
}
