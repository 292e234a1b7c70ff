import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type AuditedPart } from '../../core/audit/audited-part.js';
import { type AffectedPart } from '../../core/audit/remaining-part.js';
import { deploymentsNamed } from '../../core/inventory/deployments-named.js';
import { type FoundFindings } from '../findings/finding-follow.service.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { Aids } from '../platform/jobs/aids.js';
import { WorkerPool } from '../platform/threads/worker-pool.js';
import { type OwnRulebook } from '../policies/policies.service.js';
import { RegisterRangesService, type RegisterOutline } from '../register/register-ranges.service.js';
import { AuditRunsOptions } from './audit-runs-options.js';
import { cutRanges } from './cut-ranges.js';
import { type CheckAnswer, type CheckTask, type StoredCheck } from './check-task.js';
import { type JoinedRun, type RangeRun, type RangeTail } from './range-run.js';

type RegisterCheck = Extract<StoredCheck, { register: unknown }>;
/** A run as it is written down: what every process needs, but for the records, which it reads itself. */
type StoredRun = Omit<RangeRun, 'commons'>;

/** An audit whose ranges are all judged; its texts lie in the database until it is stored. */
export interface JudgedRun extends Pick<JoinedRun, 'outcome' | 'followed'> {
  readonly resultDigest: string;
  readonly size: number;
  /** The result a piece at a time. */
  pieces(): AsyncGenerator<string, void, undefined>;
  /** The findings, some at a time. */
  findings(manager: EntityManager): AsyncGenerator<FoundFindings, void, undefined>;
  /** Makes the texts the result of an audit, and forgets the run. */
  keep(manager: EntityManager, auditId: string): Promise<void>;
  /** Deletes the texts where they were not kept. */
  forget(): Promise<void>;
}

/** How long runs whose process died are kept. */
const abandonedAfter = "interval '1 day'";
const lookEvery = 200;
const aidName = 'audit-run';

/**
 * Audits of registers that are too large for one go. The deployments are cut into ranges that threads, and other processes, take one at a time; a range is held by a lock on its row,
 * so that one whose process dies is free at once. Whoever judges a range, the same result comes about as in one go.
 */
@Injectable()
export class AuditRunsService {
  private readonly lanes: Promise<unknown>[];
  /** Runs of this process. */
  private readonly inHand = new Set<string>();

  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly register: RegisterRangesService,
    private readonly pool: WorkerPool<CheckTask, CheckAnswer>,
    private readonly options: AuditRunsOptions,
    private readonly aids: Aids,
  ) {
    this.lanes = Array.from({ length: options.rangesAtOnce }, () => Promise.resolve());
    aids.register(aidName, ({ organisationId, id }) => this.aid(organisationId, id));
  }

  /** Undefined where the register is small enough, or so entangled that it has to be judged in one go. @throws DomainError as the check itself */
  async judge(organisationId: string, check: RegisterCheck, own: OwnRulebook, progress: (done: number, total: number) => void, signal?: AbortSignal): Promise<JudgedRun | undefined> {
    const { revision } = check.register;
    const outline = await this.scope.run(organisationId, (manager) => this.outlineOf(manager, organisationId, check));
    if (outline === undefined) return undefined;
    const cut = cutRanges(outline.deployments.map(({ id }) => id), check.affected !== undefined, this.options);
    const drafted = this.draft(check, own, outline, cut.length + 1);
    const run = check.affected === undefined ? drafted : { ...drafted, part: await this.remaining(organisationId, drafted, revision, check.affected, outline.deployments) };
    await this.begin(organisationId, run, revision, cut);
    try {
      const given = await this.given(organisationId, run, revision);
      await this.workOn(organisationId, given, revision, progress, signal);
      return await this.join(organisationId, given);
    } catch (error) {
      await this.forget(organisationId, run.id).catch(() => undefined);
      throw error;
    } finally {
      this.inHand.delete(run.id);
    }
  }

  /** Takes part in a run of another process for as long as there is something to take; false where the run is this one's. */
  private async aid(organisationId: string, id: string): Promise<boolean> {
    if (this.inHand.has(id)) return false;
    const [row]: { revision: string; input: string }[] = await this.scope.apart(organisationId, (manager) => manager.query('SELECT revision, input FROM audit_runs WHERE organisation_id = $1 AND id = $2', [organisationId, id]));
    if (row === undefined) return true;
    const given = await this.given(organisationId, JSON.parse(row.input) as StoredRun, Number(row.revision));
    await this.takeAll(organisationId, given, Number(row.revision));
    return true;
  }

  /** Undefined where the check is better made in one go, or cannot be made otherwise. */
  private async outlineOf(manager: EntityManager, organisationId: string, { register: { revision }, only, affected }: RegisterCheck): Promise<RegisterOutline | undefined> {
    if (only !== undefined) return undefined;
    if (affected !== undefined) return this.register.outline(manager, organisationId, revision, new Set(deploymentsNamed(affected.subjects)));
    return (await this.register.countDeployments(manager, organisationId, revision)) <= this.options.deploymentsAtOnce ? undefined : this.register.outline(manager, organisationId, revision);
  }

  private draft({ register: _register, only: _only, affected: _affected, own: _names, ...options }: RegisterCheck, own: OwnRulebook, { settings, problems, sources, overview, files }: RegisterOutline, ranges: number): StoredRun {
    return { ...options, own, ranges, id: uuidV7(this.clock.now().getTime()), files: [...files], outline: { settings, problems, sources, overview } };
  }

  private async remaining(organisationId: string, drafted: StoredRun, revision: number, affected: AffectedPart, deployments: RegisterOutline['deployments']): Promise<AuditedPart> {
    const loose = await this.scope.apart(organisationId, (manager) => this.loose(manager, organisationId, drafted, revision));
    const answer = await this.pool.run({ kind: 'remaining', given: await this.given(organisationId, drafted, revision), affected, deployments, loose });
    if (answer.kind !== 'remaining') throw new Error('the worker answered another question');
    return answer.part;
  }

  private async begin(organisationId: string, run: StoredRun, revision: number, cut: readonly (readonly string[])[]): Promise<void> {
    const begunAt = this.clock.now();
    this.inHand.add(run.id);
    await this.scope.apart(organisationId, async (manager) => {
      await manager.query(`DELETE FROM audit_runs WHERE organisation_id = $1 AND begun_at < $2::timestamptz - ${abandonedAfter}`, [organisationId, begunAt]);
      await manager.query('INSERT INTO audit_runs (organisation_id, id, begun_at, revision, input) VALUES ($1, $2, $3, $4, $5)', [organisationId, run.id, begunAt, revision, JSON.stringify(run)]);
      const ranges = cut.map((range, number) => ({ number, deployments: range, rest: false }));
      await manager.query(
        `INSERT INTO audit_ranges (organisation_id, run_id, number, deployments, rest)
         SELECT $1, $2, number, ARRAY(SELECT json_array_elements_text(deployments)), rest FROM json_to_recordset($3::json) AS r (number int, deployments json, rest boolean)`,
        [organisationId, run.id, JSON.stringify([...ranges, { number: ranges.length, deployments: [], rest: true }])],
      );
      await this.aids.ask(manager, aidName, { organisationId, id: run.id }, ranges.length);
    });
  }

  private async given(organisationId: string, run: StoredRun, revision: number): Promise<RangeRun> {
    return { ...run, commons: await this.scope.apart(organisationId, (manager) => this.register.commons(manager, organisationId, revision)) };
  }

  private async loose(manager: EntityManager, organisationId: string, { outline }: StoredRun, revision: number): Promise<string> {
    return outline.overview.subjects.looseFlows === 0 ? '[]' : this.register.loose(manager, organisationId, revision);
  }

  private async workOn(organisationId: string, run: RangeRun, revision: number, progress: (done: number, total: number) => void, signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      await this.takeAll(organisationId, run, revision, async () => {
        signal?.throwIfAborted();
        progress(await this.countDone(organisationId, run), run.ranges);
      }, signal);
      const done = await this.countDone(organisationId, run);
      progress(done, run.ranges);
      if (done === run.ranges) return;
      // The rest is in the hands of others; what they let fall is taken in the next round.
      await sleep(lookEvery, undefined, signal === undefined ? {} : { signal });
    }
  }

  private async takeAll(organisationId: string, run: RangeRun, revision: number, between = async (): Promise<void> => undefined, signal?: AbortSignal): Promise<void> {
    await Promise.all(
      this.lanes.map(async (_lane, index) => {
        while (await this.inLane(index, () => this.take(organisationId, run, revision, signal))) await between();
      }),
    );
  }

  /** One range at a time in each lane, whichever run it is of. */
  private inLane<T>(index: number, work: () => Promise<T>): Promise<T> {
    const turn = (this.lanes[index] ?? Promise.resolve()).then(work);
    this.lanes[index] = turn.catch(() => undefined);
    return turn;
  }

  /** Judges one range that nobody has; false where there is none. */
  private async take(organisationId: string, run: RangeRun, revision: number, signal: AbortSignal | undefined): Promise<boolean> {
    return this.scope.apart(organisationId, async (manager) => {
      const [range]: { number: number; deployments: string[]; rest: boolean }[] = await manager.query('SELECT number, deployments, rest FROM audit_ranges WHERE organisation_id = $1 AND run_id = $2 AND NOT done ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED', [organisationId, run.id]);
      if (range === undefined) return false;
      const { number, deployments, rest } = range;
      const parts = rest ? [{ deployments: [], records: await this.loose(manager, organisationId, run, revision) }] : await this.register.range(manager, organisationId, revision, deployments);
      const task: CheckTask = { kind: 'range', run: run.id, range: { parts, rest } };
      const first = await this.pool.run(task, signal);
      const answer = first.kind === 'unopened' ? await this.pool.run({ ...task, given: run }, signal) : first;
      if (answer.kind !== 'range') throw new Error('the worker answered another question');
      const { tail, findingsText, egressText } = answer.texts;
      await manager.query('UPDATE audit_ranges SET done = true, tail = $4, findings_text = $5, egress_text = $6 WHERE organisation_id = $1 AND run_id = $2 AND number = $3', [organisationId, run.id, number, tail, findingsText, egressText]);
      return true;
    });
  }

  /** @throws Error where ranges are gone, since what is left would look like all */
  private async countDone(organisationId: string, { id, ranges }: RangeRun): Promise<number> {
    const [row]: { done: string; total: string }[] = await this.scope.apart(organisationId, (manager) => manager.query('SELECT count(*) FILTER (WHERE done) AS done, count(*) AS total FROM audit_ranges WHERE organisation_id = $1 AND run_id = $2', [organisationId, id]));
    if (Number(row?.total) !== ranges) throw new Error(`of ${ranges} ranges of the audit ${Number(row?.total)} are there`);
    return Number(row?.done);
  }

  private async join(organisationId: string, run: RangeRun): Promise<JudgedRun> {
    const rows: { tail: string; finds: boolean; flows: boolean }[] = await this.scope.apart(organisationId, (manager) => manager.query("SELECT tail, findings_text <> '' AS finds, egress_text <> '' AS flows FROM audit_ranges WHERE organisation_id = $1 AND run_id = $2 ORDER BY number", [organisationId, run.id]));
    if (rows.length !== run.ranges) throw new Error(`of ${run.ranges} ranges of the audit ${rows.length} are there`);
    const answer = await this.pool.run({ kind: 'join', given: run, tails: rows.map(({ tail }) => tail), finds: rows.some(({ finds }) => finds), flows: rows.some(({ flows }) => flows) });
    if (answer.kind !== 'join') throw new Error('the worker answered another question');
    const { frame, outcome, followed } = answer.joined;
    const parts = [frame.before, ...rows.map(({ finds }, number) => ({ column: 'findings_text' as const, number, any: finds })), frame.between, ...rows.map(({ flows }, number) => ({ column: 'egress_text' as const, number, any: flows })), frame.after];
    const plan = parts.flatMap((part) => (typeof part === 'string' || part.any ? [part] : [])).flatMap((part, index, all): PlannedPiece[] => (typeof part === 'string' ? [{ text: part }] : typeof all[index - 1] === 'string' ? [part] : [{ text: ',\n' }, part]));
    const pieces = (): AsyncGenerator<string, void, undefined> => this.pieces(organisationId, run.id, plan);
    const hash = createHash('sha256');
    let size = 0;
    for await (const piece of pieces()) {
      hash.update(piece);
      size += Buffer.byteLength(piece);
    }
    return { outcome, followed, resultDigest: `sha256:${hash.digest('hex')}`, size, pieces, findings: (manager) => this.findings(manager, organisationId, run.id, rows.length), keep: (manager, auditId) => this.keep(manager, organisationId, run.id, auditId, plan), forget: () => this.forget(organisationId, run.id) };
  }

  private async *pieces(organisationId: string, id: string, plan: readonly PlannedPiece[]): AsyncGenerator<string, void, undefined> {
    for (const piece of plan) {
      if ('text' in piece) {
        yield piece.text;
        continue;
      }
      const [row]: { text: string }[] = await this.scope.apart(organisationId, (manager) => manager.query(`SELECT ${piece.column} AS text FROM audit_ranges WHERE organisation_id = $1 AND run_id = $2 AND number = $3`, [organisationId, id, piece.number]));
      if (row === undefined) throw new Error(`range ${piece.number} of the audit is gone`);
      yield row.text;
    }
  }

  private async *findings(manager: EntityManager, organisationId: string, run: string, ranges: number): AsyncGenerator<FoundFindings, void, undefined> {
    for (let range = 0; range < ranges; range++) {
      const [row]: { tail: string }[] = await manager.query('SELECT tail FROM audit_ranges WHERE organisation_id = $1 AND run_id = $2 AND number = $3', [organisationId, run, range]);
      if (row === undefined) throw new Error(`range ${range} of the audit is gone`);
      const { heads } = JSON.parse(row.tail) as RangeTail;
      if (heads.length > 0) yield { heads, full: { run, range } };
    }
  }

  private async keep(manager: EntityManager, organisationId: string, id: string, auditId: string, plan: readonly PlannedPiece[]): Promise<void> {
    for (const [number, piece] of plan.entries()) {
      if ('text' in piece) await manager.query('INSERT INTO audit_results (organisation_id, audit_id, number, content) VALUES ($1, $2, $3, $4)', [organisationId, auditId, number, piece.text]);
      else await manager.query(`INSERT INTO audit_results (organisation_id, audit_id, number, content) SELECT $1, $2, $3, ${piece.column} FROM audit_ranges WHERE organisation_id = $1 AND run_id = $4 AND number = $5`, [organisationId, auditId, number, id, piece.number]);
    }
    const [kept]: { pieces: string }[] = await manager.query('SELECT count(*) AS pieces FROM audit_results WHERE organisation_id = $1 AND audit_id = $2', [organisationId, auditId]);
    if (Number(kept?.pieces) !== plan.length) throw new Error(`of ${plan.length} pieces of the result ${Number(kept?.pieces)} are there`);
    await manager.query('DELETE FROM audit_runs WHERE organisation_id = $1 AND id = $2', [organisationId, id]);
  }

  private async forget(organisationId: string, id: string): Promise<void> {
    await this.scope.apart(organisationId, (manager) => manager.query('DELETE FROM audit_runs WHERE organisation_id = $1 AND id = $2', [organisationId, id]));
  }
}

/** A text, or one that lies with a range and is moved as it lies. */
type PlannedPiece = { readonly text: string } | { readonly column: 'findings_text' | 'egress_text'; readonly number: number };
