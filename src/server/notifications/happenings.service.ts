import { Injectable } from '@nestjs/common';
import { FactsShocksService } from '../audits/facts-shocks.service.js';
import { StaleFactsService } from '../audits/stale-facts.service.js';
import { DecisionStandingsService } from '../decisions/decision-standings.service.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { FindingsService } from '../findings/findings.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { digestOf } from '../platform/jobs/digest-of.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { OwnPoliciesService } from '../policies/own-policies.service.js';
import { SchedulesService } from '../schedules/schedules.service.js';
import { WaiversService } from '../waivers/waivers.service.js';
import { type Happening } from './happening.js';
import { type NotificationTerms } from './notification-shapes.js';
import { UnconfirmedService } from './unconfirmed.service.js';

const day = 86_400_000;
const page = 200;

/** What beside the facts was another, in words. */
const beside = { register: 'the register', packs: 'policy packs', engine: 'the version of the engine' } as const;

/** Looks through the features for what is worth telling. */
@Injectable()
export class HappeningsService {
  constructor(
    private readonly findings: FindingsService,
    private readonly waivers: WaiversService,
    private readonly policies: OwnPoliciesService,
    private readonly evidence: EvidenceService,
    private readonly schedules: SchedulesService,
    private readonly deliveries: DeliveriesService,
    private readonly shocks: FactsShocksService,
    private readonly facts: StaleFactsService,
    private readonly unconfirmed: UnconfirmedService,
    private readonly decisions: DecisionStandingsService,
  ) {}

  /** @param since what appeared before is left out */
  async look(asker: Principal, { daysBefore, confirmAfterDays }: NotificationTerms, now: Date, since: Date | undefined): Promise<readonly Happening[]> {
    const horizon = new Date(now.getTime() + (Math.max(...daysBefore) + 1) * day).toISOString();
    return [
      ...(await this.appeared(asker, since)),
      ...(await this.shaken(asker, since)),
      ...(await this.failed(asker, since)),
      ...(await this.wanted(asker)),
      ...(await this.wantedPolicies(asker)),
      ...(await this.endingWaivers(asker, daysBefore, now, horizon)),
      ...(await this.endingEvidence(asker, daysBefore, now, horizon.slice(0, 10))),
      ...(confirmAfterDays === null ? [] : await this.unconfirmed.due(asker, new Date(now.getTime() - confirmAfterDays * day))),
      ...(await this.stale(asker, now)),
      ...(await this.reopened(asker)),
    ];
  }

  private async appeared(asker: Principal, since: Date | undefined): Promise<readonly Happening[]> {
    const critical = await this.findings.appeared(asker, { severity: 'critical' }, since);
    const differing = await this.findings.appeared(asker, { pack: 'clearance' }, since);
    return [
      ...critical.map(({ eventId, fingerprint, ruleId, subject }): Happening => ({ kind: 'critical-finding', event: `finding-event/${eventId}`, subject: `finding/${fingerprint}`, title: `${ruleId}: ${subject}` })),
      ...differing.map(({ eventId, fingerprint, ruleId, subject }): Happening => ({ kind: 'clearance-differs', event: `clearance/${eventId}`, subject: `finding/${fingerprint}`, title: `${ruleId}: ${subject}` })),
    ];
  }

  private async shaken(asker: Principal, since: Date | undefined): Promise<readonly Happening[]> {
    return (await this.shocks.since(asker, since)).map(({ audit, was, is, outcomes, beside: others }) => {
      const numbers = outcomes.map(({ outcome, was: before, is: after }) => `${outcome} ${before} → ${after}`);
      const also = others.length === 0 ? [] : [`${others.map((each) => beside[each]).join(' and ')} changed as well`];
      return { kind: 'facts-shock', event: `audit/${audit}/facts`, subject: `audit/${audit}`, title: [`${was} → ${is}`, ...numbers, ...also].join('; ') };
    });
  }

  /** Runs are told to whoever would have had the report; a message that told of notifications is only listed, lest it go on for ever. */
  private async failed(asker: Principal, since: Date | undefined): Promise<readonly Happening[]> {
    const runs = await this.schedules.failed(asker, since);
    const dead = await this.deliveries.dead(asker, since);
    return [
      ...runs.map(({ run, schedule, name, dueAt, note, recipients }): Happening => ({ kind: 'run-failed', event: `schedule-run/${run}`, subject: `schedule/${schedule}`, title: `${name}, ${dueAt.toISOString()}: ${note ?? ''}`.slice(0, 500), concerns: { recipients, needs: 'audit:read' } })),
      ...dead.map(({ id, origin, title, attempts, endedAt }): Happening => ({ kind: 'delivery-dead', event: `delivery/${id}/${endedAt}`, subject: `delivery/${id}`, title: `${title}: ${attempts.at(-1)?.note ?? ''}`.slice(0, 500), ...(origin.startsWith('notifications/') ? { listedOnly: true } : {}) })),
    ];
  }

  private async wanted(asker: Principal): Promise<readonly Happening[]> {
    const waiting = await everyPage((after?: number) => this.waivers.list(asker, { state: 'in-review', limit: page, ...(after === undefined ? {} : { after }) }));
    return waiting.map(({ id, name, version, rules }) => ({ kind: 'approval-wanted', event: `waiver/${id}/in-review/${version}`, subject: `waiver/${id}`, title: `${name}: ${rules.join(', ')}` }));
  }

  private async wantedPolicies(asker: Principal): Promise<readonly Happening[]> {
    const waiting = await everyPage((after?: string) => this.policies.list(asker, { state: 'in-review', limit: page, ...(after === undefined ? {} : { after }) }));
    return waiting.map(({ id, name, version }) => ({ kind: 'policy-approval-wanted', event: `policy/${id}/in-review/${version}`, subject: `policy/${id}`, title: name }));
  }

  private async endingWaivers(asker: Principal, daysBefore: readonly number[], now: Date, expiresBefore: string): Promise<readonly Happening[]> {
    const ending = await everyPage((after?: number) => this.waivers.list(asker, { state: 'approved', expiresBefore, limit: page, ...(after === undefined ? {} : { after }) }));
    return ending.flatMap(({ id, name, expiresAt }) => {
      const left = stepOf(expiresAt, daysBefore, now);
      return left === undefined ? [] : [{ kind: 'waiver-expiring', event: `waiver/${id}/${expiresAt}/${left}`, subject: `waiver/${id}`, title: `${name}: ${expiresAt.slice(0, 10)}` }];
    });
  }

  private async endingEvidence(asker: Principal, daysBefore: readonly number[], now: Date, expiresBefore: string): Promise<readonly Happening[]> {
    const ending = await everyPage((after?: string) => this.evidence.list(asker, { expiresBefore, superseded: 'exclude', limit: page, ...(after === undefined ? {} : { after }) }));
    return ending.flatMap(({ id, title, expires }) => {
      const left = expires === null ? undefined : stepOf(expires, daysBefore, now);
      return left === undefined ? [] : [{ kind: 'evidence-expiring', event: `evidence/${id}/${left}`, subject: `evidence/${id}`, title: `${title}: ${expires}` }];
    });
  }

  /** Where it cannot be told whether decisions still stand, that is told. */
  private async reopened(asker: Principal): Promise<readonly Happening[]> {
    try {
      const toReopen = await this.decisions.toReopen(asker);
      return toReopen.map(({ id, name, title, changed, digest }): Happening => ({ kind: 'decision-reopened', event: `decision/${id}/reopen/${digest}`, subject: `decision/${id}`, title: `${name}: ${title}${changed === 0 ? '' : ` (${changed})`}`.slice(0, 500) }));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return [{ kind: 'decision-reopened', event: `decisions/untold/${digestOf(error.message)}`, subject: 'decisions', title: error.message.slice(0, 500) }];
    }
  }

  private async stale(asker: Principal, now: Date): Promise<readonly Happening[]> {
    const { facts, unread } = await this.facts.overdue(asker, now);
    const overdue = facts.map(({ fact, reviewBy }): Happening => ({ kind: 'fact-stale', event: `fact/${fact}/${reviewBy}`, subject: `fact/${fact}`, title: `${fact}: ${reviewBy}` }));
    return unread === undefined ? overdue : [...overdue, { kind: 'fact-stale', event: `facts/unread/${unread}`.slice(0, 500), subject: 'facts', title: unread.slice(0, 500) }];
  }
}

/** The nearest of the steps that is reached and not yet over: with 30, 7 and 1, five days before the end it is 7. */
function stepOf(end: string, daysBefore: readonly number[], now: Date): number | undefined {
  const left = (Date.parse(end) - now.getTime()) / day;
  return left < 0 ? undefined : [...daysBefore].sort((a, b) => a - b).find((step) => left <= step);
}

async function everyPage<Item, Next extends string | number>(read: (after?: Next) => Promise<{ readonly items: readonly Item[]; readonly next: Next | null }>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for (let after: Next | undefined; ; ) {
    const { items, next } = await read(after);
    all.push(...items);
    if (next === null) return all;
    after = next;
  }
}
