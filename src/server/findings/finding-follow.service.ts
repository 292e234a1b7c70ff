import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { followFinding, type FindingState } from '../../core/finding/follow-finding.js';
import { type FoundHead } from '../../core/audit/found-head.js';
import { severities } from '../../core/policy/severity.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { gatherStatistics } from '../platform/database/gather-statistics.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { RegisterService } from '../register/register.service.js';
import { type FindingEventKind } from './finding-event.entity.js';

/** Some findings of an audit, and where they stand in full, in the same order: a JSON array, or the texts of a range, which are not read to be written. */
export interface FoundFindings {
  readonly heads: readonly FoundHead[];
  readonly full: { readonly json: string } | { readonly run: string; readonly range: number };
}

/** An audit of the register, as far as findings follow it. */
export interface FollowedAudit {
  readonly id: string;
  readonly revision: number;
  readonly asOf: Date;
  /** All of them, some at a time. */
  readonly findings: AsyncIterable<FoundFindings>;
  /** Every rule that was asked, as `pack rule`. */
  readonly asked: readonly string[];
  /** Keys of the subjects that were asked about; absent: all. */
  readonly subjects?: ReadonlySet<string>;
  /** The audit and revision that the states rested on when it was worked out that only these subjects are affected; the states then rest on this audit. */
  readonly continues?: { readonly audit: string; readonly revision: number };
  /** When the first verdict changes if only time passes. */
  readonly nextFlip?: string;
  /** Names the own policies it was judged by. */
  readonly rulebook: string;
}

/** What the states of findings rest on. */
export interface FindingHead {
  readonly audit: string;
  readonly revision: number;
  readonly asOf: Date;
  /** The last audit of the whole; the audit itself, or one that it continues. */
  readonly whole: string | undefined;
  readonly nextFlip: Date | undefined;
}

interface Step {
  /** Place of the finding among those that are found together, from 1. */
  readonly at: number;
  readonly head: FoundHead;
  readonly state: FindingState;
  readonly what: FindingEventKind | undefined;
}

interface StoredFinding {
  readonly fingerprint: string;
  readonly state: FindingState;
  readonly verdict: FoundHead['verdict'];
  readonly pack: string;
  readonly rule_id: string;
  readonly subject: string;
}

const atOnce = 1000;

/** Carries findings from one audit to the next. */
@Injectable()
export class FindingFollowService {
  constructor(
    private readonly clock: Clock,
    private readonly register: RegisterService,
  ) {}

  /**
   * Moves every finding as the audit has it, in the transaction that stores the audit. An audit of a revision that no longer stands, as of an instant before that revision or before the last audit,
   * or one that is still to come, moves nothing, and the answer is false: it tells of another state than the present. An audit of a part moves the findings of its subjects.
   */
  async follow(manager: EntityManager, asker: Principal, audit: FollowedAudit): Promise<boolean> {
    const { organisationId } = asker;
    const newest = await this.register.newest(manager, organisationId);
    if (newest?.revision !== audit.revision || audit.asOf < newest.since || audit.asOf > this.clock.now()) return false;
    if (!(await (audit.continues === undefined ? this.takeHead(manager, organisationId, audit) : this.continueHead(manager, organisationId, audit, audit.continues)))) return false;
    const before: StoredFinding[] = await manager.query("SELECT fingerprint, state, finding ->> 'verdict' AS verdict, pack, rule_id, subject FROM findings WHERE organisation_id = $1 AND ($2::text[] IS NULL OR subject = ANY ($2))", [organisationId, audit.subjects === undefined ? null : [...audit.subjects]]);
    const known = new Map(before.map((stored) => [stored.fingerprint, stored]));
    const there = new Set<string>();
    for await (const found of audit.findings) {
      for (const { fingerprint } of found.heads) there.add(fingerprint);
      await this.write(manager, asker, audit, found.full, stepsOf(known, found.heads));
    }
    await this.resolve(manager, asker, audit, before.filter(({ fingerprint }) => !there.has(fingerprint)));
    await gatherStatistics(manager, 'findings', there.size);
    return true;
  }

  /** Whether the audit is the newest; if so, and if it is of the whole, it is what the states rest on from now on. */
  private async takeHead(manager: EntityManager, organisationId: string, { id, revision, asOf, subjects, nextFlip, rulebook }: FollowedAudit): Promise<boolean> {
    const whole = subjects === undefined;
    const taken: unknown[] = await manager.query(
      `INSERT INTO finding_heads (organisation_id, audit_id, revision, as_of, moved_revision, moved_as_of, whole_audit_id, next_flip, rulebook) VALUES ($1, $2, $3, $4, $5, $6, $2, $7, $8)
       ON CONFLICT (organisation_id) DO UPDATE SET moved_revision = excluded.moved_revision, moved_as_of = excluded.moved_as_of,
         audit_id = coalesce(excluded.audit_id, finding_heads.audit_id), revision = coalesce(excluded.revision, finding_heads.revision), as_of = coalesce(excluded.as_of, finding_heads.as_of),
         whole_audit_id = coalesce(excluded.whole_audit_id, finding_heads.whole_audit_id), next_flip = CASE WHEN excluded.audit_id IS NULL THEN finding_heads.next_flip ELSE excluded.next_flip END,
         rulebook = CASE WHEN excluded.audit_id IS NULL THEN finding_heads.rulebook ELSE excluded.rulebook END
       WHERE (finding_heads.moved_revision, finding_heads.moved_as_of) <= (excluded.moved_revision, excluded.moved_as_of) RETURNING 1`,
      [organisationId, ...(whole ? [id, revision, asOf] : [null, null, null]), revision, asOf, whole ? (nextFlip ?? null) : null, rulebook],
    );
    return taken.length > 0;
  }

  /** Whether the states still rest on the audit that this one continues; if so they rest on this one from now on. */
  private async continueHead(manager: EntityManager, organisationId: string, { id, revision, asOf, nextFlip, rulebook }: FollowedAudit, before: { readonly audit: string; readonly revision: number }): Promise<boolean> {
    const [, taken]: [unknown, number] = await manager.query(
      `UPDATE finding_heads SET audit_id = $2, revision = $3, as_of = $4, moved_revision = $3, moved_as_of = $4, next_flip = least(next_flip, $5), rulebook = $8
       WHERE organisation_id = $1 AND audit_id = $6 AND revision = $7 AND (moved_revision, moved_as_of) <= ($3, $4)`,
      [organisationId, id, revision, asOf, nextFlip ?? null, before.audit, before.revision, rulebook],
    );
    return taken > 0;
  }

  /** What the states rest on; absent before the first audit of the whole. */
  async head(manager: EntityManager, organisationId: string): Promise<FindingHead | undefined> {
    const [row]: { audit_id: string; revision: string; as_of: Date; whole_audit_id: string | null; next_flip: Date | null }[] = await manager.query(
      'SELECT audit_id, revision, as_of, whole_audit_id, next_flip FROM finding_heads WHERE organisation_id = $1 AND audit_id IS NOT NULL',
      [organisationId],
    );
    return row === undefined ? undefined : { audit: row.audit_id, revision: Number(row.revision), asOf: row.as_of, whole: row.whole_audit_id ?? undefined, nextFlip: row.next_flip ?? undefined };
  }

  private async write(manager: EntityManager, asker: Principal, { id: auditId }: FollowedAudit, full: FoundFindings['full'], steps: readonly Step[]): Promise<void> {
    const rows = steps.map(({ at, head: { fingerprint, ruleId, pack, severity, subject }, state }) => ({ at, fingerprint, rule_id: ruleId, pack, severity, severity_rank: severities.indexOf(severity), subject, state }));
    const [standing, parameters] = 'json' in full ? ['$5::json', [full.json]] : ["(SELECT ('[' || findings_text || ']')::json FROM audit_ranges WHERE organisation_id = $1 AND run_id = $5 AND number = $6)", [full.run, full.range]];
    const [row]: { written: string }[] = await manager.query(
      `WITH written AS (INSERT INTO findings (organisation_id, fingerprint, rule_id, pack, severity, severity_rank, subject, state, version, opened_at, changed_at, audit_id, finding)
       SELECT $1, r.fingerprint, r.rule_id, r.pack, r.severity, r.severity_rank, r.subject, r.state, 1, $2, $2, $3, f.finding
       FROM json_to_recordset($4::json) AS r (at bigint, fingerprint text, rule_id text, pack text, severity text, severity_rank smallint, subject text, state text)
       JOIN json_array_elements(${standing}) WITH ORDINALITY AS f (finding, at) ON f.at = r.at AND f.finding ->> 'fingerprint' = r.fingerprint
       ON CONFLICT (organisation_id, fingerprint) DO UPDATE SET
         severity = excluded.severity, severity_rank = excluded.severity_rank, audit_id = excluded.audit_id, finding = excluded.finding, state = excluded.state,
         version = findings.version + CASE WHEN findings.state = excluded.state THEN 0 ELSE 1 END,
         changed_at = CASE WHEN findings.state = excluded.state THEN findings.changed_at ELSE excluded.changed_at END RETURNING 1)
       SELECT count(*) AS written FROM written`,
      [asker.organisationId, this.clock.now(), auditId, JSON.stringify(rows), ...parameters],
    );
    if (Number(row?.written) !== steps.length) throw new Error(`of ${steps.length} findings ${Number(row?.written)} were written`);
    await this.record(manager, asker, auditId, steps.flatMap(({ what, head: { fingerprint, verdict, waiver } }) => (what === undefined ? [] : [{ fingerprint, what, details: { verdict, ...(waiver === null ? {} : { waiver: waiver.id }) } }])));
  }

  private async resolve(manager: EntityManager, asker: Principal, { id: auditId, asked }: FollowedAudit, absent: readonly StoredFinding[]): Promise<void> {
    const rules = new Set(asked);
    const gone = absent.filter(({ state, pack, rule_id: rule }) => state !== followFinding(state, rules.has(`${pack} ${rule}`) ? 'gone' : 'not-asked')).map(({ fingerprint }) => fingerprint);
    for (let from = 0; from < gone.length; from += atOnce)
      await manager.query("UPDATE findings SET state = 'resolved', version = version + 1, changed_at = $2 WHERE organisation_id = $1 AND fingerprint = ANY ($3)", [asker.organisationId, this.clock.now(), gone.slice(from, from + atOnce)]);
    await this.record(manager, asker, auditId, gone.map((fingerprint) => ({ fingerprint, what: 'resolved', details: {} })));
  }

  private async record(manager: EntityManager, { organisationId, kind, id: actor }: Principal, auditId: string, events: readonly { readonly fingerprint: string; readonly what: FindingEventKind; readonly details: object }[]): Promise<void> {
    const at = this.clock.now();
    for (let from = 0; from < events.length; from += atOnce) {
      const rows = events.slice(from, from + atOnce).map((event) => ({ ...event, id: uuidV7(at.getTime()) }));
      await manager.query(
        `INSERT INTO finding_events (organisation_id, id, fingerprint, at, actor_kind, actor, what, audit_id, details)
         SELECT $1, id, fingerprint, $2, $3, $4, what, $5, details FROM json_to_recordset($6::json) AS r (id uuid, fingerprint text, what text, details json)`,
        [organisationId, at, kind, actor, auditId, JSON.stringify(rows)],
      );
    }
  }
}

/** What becomes of each finding of some that the audit has. */
function stepsOf(known: ReadonlyMap<string, StoredFinding>, heads: readonly FoundHead[]): readonly Step[] {
  const distinct = new Map(heads.map((head, index) => [head.fingerprint, { head, at: index + 1 }]));
  return [...distinct].map(([fingerprint, { head, at }]) => {
    const stored = known.get(fingerprint);
    const waived = head.waiver !== null && head.waiver.state !== 'expired';
    const state = followFinding(stored?.state, waived ? 'waived' : 'there') ?? 'open';
    return { at, head, state, what: whatHappened(stored, state, head) };
  });
}

function whatHappened(stored: StoredFinding | undefined, state: FindingState, { verdict }: FoundHead): FindingEventKind | undefined {
  if (stored?.state !== state) return state === 'waived' ? 'waived' : state === 're-opened' ? 're-opened' : 'opened';
  return stored.verdict === verdict ? undefined : 'verdict';
}
