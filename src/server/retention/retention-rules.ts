/** Rows that age, and what happens to them. In SQL `t` is the row, $1 the organisation and $2 the instant before which they are old. */
export interface AgingRows {
  readonly table: string;
  readonly key: readonly string[];
  /** The instant that a row ages from. */
  readonly since: string;
  /** What keeps a row whatever its age; absent where nothing does. */
  readonly unless?: string;
  /** What is emptied of the row, which stays; absent where the row goes. */
  readonly empties?: string;
  /** Rows of this table go with it: their columns that name its key, in the same order. */
  readonly with?: { readonly table: string; readonly columns: readonly string[] };
  /** Rows at a time: fewer where they are large. */
  readonly atOnce: number;
}

/** Bytes that are kept once under their digest, and go when nothing names them any more. */
export interface NamedContents {
  readonly table: string;
  /** Digests that are still named. */
  readonly named: string;
}

export interface RetentionRule {
  /** Days that hold until an organisation says otherwise; for ever where null. */
  readonly usual: number | null;
  /** Fewest days that an organisation can say. */
  readonly least: number;
  readonly what: string;
  readonly rows: readonly AgingRows[];
  readonly contents?: NamedContents;
}

const small = 1_000;
const large = 50;

/** What grows without end, and how long it is kept. What is not here is kept for ever: the audit log, the register, findings, waivers, clearances, evidence, people. */
export const retentionRules = {
  sessions: { usual: 1, least: 1, what: 'sessions of browsers, from when they were opened', rows: [{ table: 'sessions', key: ['digest'], since: 't.created_at', atOnce: small }] },
  signIns: {
    usual: 1,
    least: 1,
    what: 'failed sign-ins, and links and challenges to sign in with, from their end',
    rows: [
      { table: 'sign_in_attempts', key: ['email_digest'], since: 't.last_at', atOnce: small },
      { table: 'sign_in_links', key: ['digest'], since: 't.expires_at', atOnce: small },
      { table: 'sign_in_challenges', key: ['digest'], since: 't.expires_at', atOnce: small },
      { table: 'ci_tokens_taken', key: ['digest'], since: 't.expires_at', atOnce: small },
    ],
  },
  answers: { usual: 1, least: 1, what: 'answers kept for an Idempotency-Key', rows: [{ table: 'kept_answers', key: ['digest'], since: 't.created_at', atOnce: small }] },
  ciKeys: { usual: null, least: 7, what: 'keys that pipelines were given for a quarter of an hour, from their end', rows: [{ table: 'api_keys', key: ['id'], since: 't.expires_at', unless: "t.origin <> 'ci'", atOnce: small }] },
  jobs: {
    usual: null,
    least: 7,
    what: 'jobs that ended, with what was asked of them and previews of imports',
    rows: [{ table: 'jobs', key: ['id'], since: 't.ended_at', atOnce: small }],
    contents: { table: 'register_contents', named: "SELECT f ->> 'sha256' FROM register_collections c, jsonb_array_elements(c.files) f WHERE c.organisation_id = $1 UNION SELECT result ->> 'reference' FROM jobs WHERE organisation_id = $1 AND kind = 'import' AND result IS NOT NULL" },
  },
  deliveryTexts: {
    usual: null,
    least: 7,
    what: 'texts of messages that were delivered or given up; when, to whom and under which title stays',
    rows: [{ table: 'deliveries', key: ['id'], since: 't.ended_at', unless: "t.message ->> 'emptied' = 'true'", empties: "message = (t.message::jsonb - 'report' || '{\"lines\": [], \"facts\": {}, \"emptied\": true}')::json", atOnce: small }],
  },
  deliveries: { usual: null, least: 7, what: 'messages that were delivered or given up, altogether', rows: [{ table: 'deliveries', key: ['id'], since: 't.ended_at', atOnce: small }] },
  notifications: { usual: null, least: 30, what: 'notifications and who has read them; what still stands is then told anew', rows: [{ table: 'notifications', key: ['id'], since: 't.at', with: { table: 'notification_reads', columns: ['notification_id'] }, atOnce: small }] },
  scheduleRuns: {
    usual: null,
    least: 30,
    what: 'runs of schedules, but for the last that audited, which the next is compared with',
    rows: [{ table: 'schedule_runs', key: ['id'], since: 't.ended_at', unless: "t.audit_id IS NOT NULL AND NOT EXISTS (SELECT FROM schedule_runs n WHERE n.organisation_id = $1 AND n.schedule_id = t.schedule_id AND n.audit_id IS NOT NULL AND n.due_at > t.due_at)", atOnce: small }],
  },
  pulls: {
    usual: null,
    least: 7,
    what: 'pulls and their files, but for the last of each connection and the last that was complete',
    rows: [{ table: 'pulls', key: ['id'], since: 't.created_at', unless: 'NOT EXISTS (SELECT FROM pulls n WHERE n.organisation_id = $1 AND n.connection = t.connection AND n.id > t.id AND (n.complete OR NOT t.complete))', atOnce: large }],
    contents: { table: 'pulled_contents', named: "SELECT f ->> 'sha256' FROM pulls p, json_array_elements(p.files) f WHERE p.organisation_id = $1" },
  },
  reports: {
    usual: null,
    least: 30,
    what: 'PDF files that were kept; while its audit stands a report is printed again',
    rows: [{ table: 'reports', key: ['id'], since: 't.created_at', unless: "EXISTS (SELECT FROM deliveries d WHERE d.organisation_id = $1 AND d.state = 'waiting' AND d.message #>> '{report,id}' = t.id::text)", atOnce: large }],
  },
  audits: {
    usual: null,
    least: 30,
    what: 'inputs and results of audits that no report, clearance or finding rests on; conclusion, counts and digests stay',
    rows: [
      {
        table: 'audits',
        key: ['id'],
        since: 't.created_at',
        unless: `t.emptied_at IS NOT NULL OR t.id IN (
          SELECT audit_id FROM reports WHERE organisation_id = $1 UNION SELECT audit_id FROM clearances WHERE organisation_id = $1
          UNION SELECT audit_id FROM findings WHERE organisation_id = $1 UNION SELECT audit_id FROM finding_events WHERE organisation_id = $1 AND audit_id IS NOT NULL
          UNION SELECT unnest(ARRAY[audit_id, whole_audit_id]) FROM finding_heads WHERE organisation_id = $1)`,
        with: { table: 'audit_results', columns: ['audit_id'] },
        empties: "request = '', emptied_at = $4",
        atOnce: large,
      },
    ],
  },
  evidenceReads: { usual: null, least: 30, what: 'who read which evidence', rows: [{ table: 'evidence_reads', key: ['id'], since: 't.at', atOnce: small }] },
} as const satisfies Readonly<Record<string, RetentionRule>>;

export type RetentionRuleName = keyof typeof retentionRules;

export const retentionRuleNames = Object.keys(retentionRules) as readonly RetentionRuleName[];
