import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { staleFacts } from '../../core/reference/stale-facts.js';
import { type ReferenceFacts } from '../../core/reference/reference-facts.js';
import { bundledFolder } from '../../files/bundled-folder.js';
import { readReference } from '../../files/read-reference.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { FindingsService } from '../findings/findings.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { WaiversService } from '../waivers/waivers.service.js';
import { type Happening } from './happening.js';
import { type NotificationTerms } from './notification-shapes.js';

const day = 86_400_000;
const page = 200;

/** Looks through the features for what is worth telling. */
@Injectable()
export class HappeningsService {
  private reference: Promise<ReferenceFacts> | undefined;

  constructor(
    private readonly findings: FindingsService,
    private readonly waivers: WaiversService,
    private readonly evidence: EvidenceService,
  ) {}

  /** @param since findings that appeared before are left out */
  async look(asker: Principal, { daysBefore }: NotificationTerms, now: Date, since: Date | undefined): Promise<readonly Happening[]> {
    const horizon = new Date(now.getTime() + (Math.max(...daysBefore) + 1) * day).toISOString();
    return [...(await this.critical(asker, since)), ...(await this.wanted(asker)), ...(await this.endingWaivers(asker, daysBefore, now, horizon)), ...(await this.endingEvidence(asker, daysBefore, now, horizon.slice(0, 10))), ...(await this.stale(now))];
  }

  private async critical(asker: Principal, since: Date | undefined): Promise<readonly Happening[]> {
    const appeared = await this.findings.appeared(asker, 'critical', since);
    return appeared.map(({ eventId, fingerprint, ruleId, subject }) => ({ kind: 'critical-finding', event: `finding-event/${eventId}`, subject: `finding/${fingerprint}`, title: `${ruleId}: ${subject}` }));
  }

  private async wanted(asker: Principal): Promise<readonly Happening[]> {
    const waiting = await everyPage((after?: number) => this.waivers.list(asker, { state: 'in-review', limit: page, ...(after === undefined ? {} : { after }) }));
    return waiting.map(({ id, name, version, rules }) => ({ kind: 'approval-wanted', event: `waiver/${id}/in-review/${version}`, subject: `waiver/${id}`, title: `${name}: ${rules.join(', ')}` }));
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

  private async stale(now: Date): Promise<readonly Happening[]> {
    this.reference ??= readReference(join(bundledFolder('dist/policies'), 'reference'));
    return staleFacts(await this.reference, now.toISOString()).map(({ fact, reviewBy }) => ({ kind: 'fact-stale', event: `fact/${fact}/${reviewBy}`, subject: `fact/${fact}`, title: `${fact}: ${reviewBy}` }));
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
