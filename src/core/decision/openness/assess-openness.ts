import { classifyOpenness } from './classify-openness.js';
import { gatherEvidence } from './gather-evidence.js';
import { judgeOsaid } from './judge-osaid.js';
import { type OpennessAssessment } from './openness-assessment.js';
import { type OpennessRecord } from './openness-record.js';
import { type OpennessRules } from './openness-rules.js';

const dayInMilliseconds = 86_400_000;

/** Judges one record. `asOf` is an ISO 8601 instant; the age of the record counts from the start of its day in UTC. */
export function assessOpenness(record: OpennessRecord, rules: OpennessRules, asOf: string): OpennessAssessment {
  const { components, warnings } = gatherEvidence(record, rules);
  const namesOf = (state: string) => components.filter((one) => one.state === state).map(({ component }) => component.name);
  const recordDate = dateOf(record.release.date);
  const ageInDays = recordDate === null ? null : daysBetween(recordDate, asOf);
  return {
    name: record.release.name,
    framework: `${rules.components.framework} ${rules.components.version}`,
    tool: classifyOpenness(components, rules, ({ state }) => state === 'open'),
    strict: classifyOpenness(components, rules, ({ state, suitsType }) => state === 'open' && suitsType),
    osaid: judgeOsaid(components, rules.components.osaid),
    components,
    invalid: namesOf('not-open'),
    unlicensed: namesOf('unlicensed'),
    recordDate,
    ageInDays,
    warnings: [
      ...warnings,
      ...(recordDate === null ? ['the record states no date, so its age is unknown; write date: YYYY-MM-DD'] : []),
      ...(ageInDays !== null && ageInDays < 0 ? [`the record is dated ${recordDate}, after the instant of the assessment; correct the date`] : []),
    ],
  };
}

function dateOf(written: unknown): string | null {
  if (typeof written !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(written)) return null;
  const instant = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== written ? null : written;
}

function daysBetween(day: string, asOf: string): number | null {
  const passed = Date.parse(asOf) - Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(passed) ? null : Math.floor(passed / dayInMilliseconds);
}
