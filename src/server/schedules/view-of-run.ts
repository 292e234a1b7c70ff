import { type RunView } from './schedule-shapes.js';
import { type ScheduleRunEntity } from './schedule-run.entity.js';

export function viewOfRun({ id, scheduleId, dueAt, why, askedBy, state, jobId, auditId, reportId, conclusion, note, endedAt }: ScheduleRunEntity): RunView {
  return { id, schedule: scheduleId, dueAt: dueAt.toISOString(), why, askedBy, state, job: jobId, audit: auditId, report: reportId, conclusion, note, endedAt: endedAt?.toISOString() ?? null };
}
