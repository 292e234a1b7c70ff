import { Injectable } from '@nestjs/common';
import { changedOutcomes } from '../../core/decision/record/changed-outcomes.js';
import { type DecideCase } from '../../core/decision/record/decide-case.js';
import { RegisterQuestionsService, type OptionsOnRegister } from '../audits/register-questions.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { digestOf } from '../platform/jobs/digest-of.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { type AskedBy } from './decision.entity.js';
import { type DecisionStanding } from './decision-shapes.js';
import { DecisionStore } from './decision-store.service.js';

/** A signed decision whose options come out otherwise by now. */
export interface DecisionToReopen {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** Tells what has changed from everything else that may. */
  readonly digest: string;
  readonly changed: number;
}

interface Bound {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly asked: AskedBy;
  readonly inputs: DecideCase;
  readonly drafted: DecideCase;
}

const page = 200;

/** Whether signed decisions still stand on what the packs said of their options. */
@Injectable()
export class DecisionStandingsService {
  /** What was found by organisation, and on what; an audit is not asked for again before something has changed. */
  private readonly found = new Map<string, { readonly ground: string; readonly toReopen: readonly DecisionToReopen[] }>();

  constructor(
    private readonly clock: Clock,
    private readonly store: DecisionStore,
    private readonly questions: RegisterQuestionsService,
  ) {}

  /** @throws DomainError `unknown-record`, `conflict` where it is not signed off, `not-checkable` where the register cannot be audited */
  async standing(asker: Principal, id: string): Promise<DecisionStanding> {
    const { state, asked, inputs, authorVersion, number, title } = await this.store.whole(asker, id);
    if (state !== 'signed-off') throw new DomainError('conflict', `the decision is ${state}; only one that is signed off stands or has to be opened again`);
    const now = this.clock.now();
    if (asked === null) return { standing: 'not-asked', asOf: now.toISOString(), revision: null, undescribed: false, changed: [], packs: [], facts: false };
    const drafted = await this.store.inputsAt(asker, id, Number(authorVersion));
    const [said = null] = await this.questions.optionsOf(asker, [inputs], now);
    return standingOf({ id, name: `D-${number}`, title, asked, inputs, drafted }, said, now);
  }

  /** Every decision that has to be opened again as of now. @throws DomainError `not-checkable` where the register cannot be audited */
  async toReopen(asker: Principal): Promise<readonly DecisionToReopen[]> {
    const now = this.clock.now();
    const bound = await this.bound(asker);
    if (bound.length === 0) return [];
    const ground = `${await this.questions.ground(asker, now)} ${bound.map(({ id }) => id).join()}`;
    const known = this.found.get(asker.organisationId);
    if (known?.ground === ground) return known.toReopen;
    const said = await this.questions.optionsOf(asker, bound.map(({ inputs }) => inputs), now);
    const toReopen = bound.flatMap((decision, at): readonly DecisionToReopen[] => {
      const { standing, undescribed, changed } = standingOf(decision, said[at] ?? null, now);
      if (standing !== 'reopen') return [];
      const { id, name, title } = decision;
      return [{ id, name, title, changed: changed.length, digest: digestOf(JSON.stringify([undescribed, changed.map(({ option, rule, is }) => [option, rule, is])])) }];
    });
    this.found.set(asker.organisationId, { ground, toReopen });
    return toReopen;
  }

  private async bound(asker: Principal): Promise<readonly Bound[]> {
    const all: Bound[] = [];
    for (let after: number | undefined; ; ) {
      const { items, next } = await this.store.list(asker, { state: 'signed-off', limit: page, ...(after === undefined ? {} : { after }) });
      for (const { id, name, title } of items) {
        const { asked, inputs, authorVersion } = await this.store.whole(asker, id);
        if (asked !== null) all.push({ id, name, title, asked, inputs, drafted: await this.store.inputsAt(asker, id, Number(authorVersion)) });
      }
      if (next === null) return all;
      after = next;
    }
  }
}

function standingOf({ asked, inputs, drafted }: Bound, said: OptionsOnRegister | null, now: Date): DecisionStanding {
  const asOf = now.toISOString();
  if (said === null) return { standing: 'reopen', asOf, revision: null, undescribed: true, changed: [], packs: [], facts: false };
  const changed = changedOutcomes(inputs, drafted, said.constraints);
  const packs = [...new Set([...Object.keys(asked.packs), ...Object.keys(said.packs)])].filter((pack) => asked.packs[pack] !== said.packs[pack]).sort();
  return { standing: changed.length === 0 ? 'holds' : 'reopen', asOf, revision: said.revision, undescribed: false, changed: changed.map((each) => ({ ...each })), packs, facts: asked.facts !== said.facts };
}
