import { Injectable } from '@nestjs/common';
import { decideCase, type DecideCase } from '../../core/decision/record/decide-case.js';
import { draftCase } from '../../core/decision/record/draft-case.js';
import { inputHash } from '../../core/decision/record/input-hash.js';
import { joinConstraints, newOutcomes } from '../../core/decision/record/join-constraints.js';
import { openQuestions } from '../../core/decision/record/open-questions.js';
import { optionTemplates } from '../../core/decision/record/option-template.js';
import { type ReportLanguage } from '../../core/report/report-language.js';
import { AuditsService } from '../audits/audits.service.js';
import { RegisterQuestionsService, type OptionsOnRegister } from '../audits/register-questions.service.js';
import { UsersService } from '../access/users.service.js';
import { requirePerson } from '../platform/authorization/require-person.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { digestOf } from '../platform/jobs/digest-of.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { invalidField } from '../platform/problem/invalid-field.js';
import { type Signature } from './decision.entity.js';
import { type DecisionChange, type DecisionChoice, type DecisionView, type NewDecision, type WhatIf } from './decision-shapes.js';
import { DecisionStore } from './decision-store.service.js';
import { DecisionThreadsService } from './decision-threads.service.js';

/** Decisions from draft to signature. No score is worked out before someone other than the author has approved the inputs. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly clock: Clock,
    private readonly audits: AuditsService,
    private readonly users: UsersService,
    private readonly questions: RegisterQuestionsService,
    private readonly threads: DecisionThreadsService,
    private readonly store: DecisionStore,
  ) {}

  /** @throws DomainError `invalid-request` where the inputs are no case, `not-allowed` where they are about records of others */
  async draft(asker: Principal, { templates, inputs, text, supersedes }: NewDecision): Promise<DecisionView> {
    const given = templates === undefined ? await this.inputsOf({ inputs, text }) : this.drafted(templates);
    return this.store.add(asker, given, supersedes);
  }

  /** @throws DomainError `precondition-failed`, `conflict` where it is in review or approved, `not-allowed` where another drafted it, and as `draft` */
  async change(asker: Principal, id: string, change: DecisionChange, expected: number): Promise<DecisionView> {
    const given = await this.inputsOf(change);
    return this.store.step(asker, id, expected, ['draft', 'rejected'], async (manager, { author }) => {
      requireAuthor(asker, author);
      await this.store.requireOwn(manager, asker, given.deployment ?? null);
      return { what: 'changed', state: 'draft', inputs: given, changes: { asked: null }, details: {} };
    });
  }

  /** Asks the packs of the options that the register describes, and puts the inputs before those who approve. @throws DomainError `conflict` where something is still to be filled in, and as `change` */
  async submit(asker: Principal, id: string, expected: number): Promise<DecisionView> {
    const { inputs } = await this.store.whole(asker, id, expected);
    const asked = await this.questions.options(asker, inputs);
    const given = asked === null ? inputs : joinConstraints(inputs, asked.constraints);
    return this.store.step(asker, id, expected, ['draft', 'rejected'], async (manager, { author, deployment }) => {
      requireAuthor(asker, author);
      await this.store.requireOwn(manager, asker, deployment);
      requireFilledIn(given);
      return { what: 'submitted', state: 'in-review', inputs: given, changes: { asked: askedBy(asked) }, details: asked === null ? {} : { revision: asked.revision } };
    });
  }

  /**
   * Approves the inputs as they are, before anybody has seen a score; the record is worked out and kept.
   *
   * @throws DomainError `not-allowed` where the asker drafted it, `conflict` where the packs say otherwise by now or there is no choice
   */
  async approve(asker: Principal, id: string, remark: string, expected: number): Promise<DecisionView> {
    const role = await this.approverRole(asker);
    const { inputs } = await this.store.whole(asker, id, expected);
    requireUnchanged(inputs, await this.questions.options(asker, inputs));
    const now = this.clock.now();
    const result = await this.threads.recordOf({ ...inputs, approval: approvalOf(inputs, { by: asker.id, role, at: now.toISOString() }) });
    return this.store.step(asker, id, expected, ['in-review'], async (_manager, { author }) => {
      requireOther(asker, author, 'approve');
      return { what: 'approved', state: 'approved', changes: { approval: { by: asker.id, role, at: now.toISOString() }, result, resultDigest: digestOf(result) }, details: { remark, role, resultDigest: digestOf(result) } };
    });
  }

  /** Takes the decision in the light of the scores. @throws DomainError `not-allowed` where the asker drafted it, `conflict` where the option is not admissible */
  async signOff(asker: Principal, id: string, { option, because }: DecisionChoice, expected: number): Promise<DecisionView> {
    const role = await this.approverRole(asker);
    const { inputs, approval } = await this.store.whole(asker, id, expected);
    if (!inputs.options.some((known) => known.id === option)) throw invalidField('/option', `is no option of it; write one of ${inputs.options.map((known) => known.id).join(', ')}`);
    const at = this.clock.now().toISOString();
    const signOff = { by: asker.id, role, at, option, because };
    const result = approval === null ? null : await this.threads.recordOf({ ...inputs, approval: approvalOf(inputs, approval), decision: { option, because, signedBy: [asker.id], signedOn: at.slice(0, 10) } });
    return this.store.step(asker, id, expected, ['approved'], async (manager, { author, supersedes }) => {
      requireOther(asker, author, 'sign off');
      if (result === null) throw new DomainError('conflict', 'the inputs were approved meanwhile; read the decision again');
      if (supersedes !== null) await this.store.supersede(manager, asker, supersedes, id);
      return { what: 'signed-off', state: 'signed-off', changes: { signOff, result, resultDigest: digestOf(result) }, details: { option, role, remark: because, resultDigest: digestOf(result) } };
    });
  }

  /** Sends it back to its author as the author wrote it; the record that was worked out goes, and so does what the packs said. @throws DomainError `not-allowed` where the asker drafted it */
  async reject(asker: Principal, id: string, remark: string, expected: number): Promise<DecisionView> {
    await this.approverRole(asker);
    return this.store.step(asker, id, expected, ['in-review', 'approved'], async (_manager, { author, approval, authorVersion }) => {
      requireOther(asker, author, 'reject');
      return { what: 'rejected', state: 'rejected', changes: { inputVersion: authorVersion, asked: null, approval: null, result: null, resultDigest: null }, details: { remark, ...(approval === null ? {} : { scoresWereShown: true }) } };
    });
  }

  /** The record as it was kept. @throws DomainError `conflict` where nobody has approved the inputs */
  async result(asker: Principal, id: string): Promise<string> {
    const { result } = await this.store.whole(asker, id);
    if (result === null) throw new DomainError('conflict', 'nobody has approved the inputs, and no score is shown before; put them up for approval');
    return result;
  }

  /** A dossier of the deployment as the register is audited now, with the record that was kept; nothing is stored. @throws DomainError as `result`, `not-checkable` where the register is empty */
  async dossier(asker: Principal, id: string, language: ReportLanguage): Promise<Uint8Array> {
    const decision = await this.result(asker, id);
    const { deployment } = await this.store.read(asker, id);
    const prepared = await this.audits.prepareAudit(asker, {}, this.clock.now());
    try {
      const known = deployment !== null && (await prepared.text()).includes(`"deployment/${deployment}"`);
      return await this.audits.print(asker, prepared, { template: 'dossier', language, decision, ...(known ? { deployment } : {}) });
    } finally {
      await prepared.forget();
    }
  }

  /** The record under other weights, marked as none and kept nowhere. @throws DomainError as `result`, `invalid-request` where the weights are none */
  async whatIf(asker: Principal, id: string, { weighting }: WhatIf): Promise<string> {
    const { inputs, result } = await this.store.whole(asker, id);
    if (result === null) throw new DomainError('conflict', 'nobody has approved the inputs, and no score is shown before; put them up for approval');
    return this.threads.recordOf(await this.threads.inputsOf({ value: { ...inputs, weighting } }), true);
  }

  private async inputsOf({ inputs, text }: Pick<NewDecision, 'inputs' | 'text'>): Promise<DecideCase> {
    return this.threads.inputsOf(text === undefined ? { value: inputs } : { text });
  }

  private drafted(templates: NonNullable<NewDecision['templates']>): DecideCase {
    const chosen = optionTemplates.map(({ id }) => id).filter((id) => templates.includes(id));
    if (chosen.includes('hybrid') && chosen.length < 3) throw invalidField('/templates', 'hold a hybrid, which is made of two options; name two more templates');
    return decideCase.parse(draftCase(chosen, this.clock.now().toISOString().slice(0, 10)));
  }

  private async approverRole(asker: Principal): Promise<string> {
    requirePerson(asker, 'inputs are approved and decisions signed');
    const { roles } = await this.users.read(asker, asker.id);
    return roles[0] ?? 'none';
  }
}

function askedBy(asked: OptionsOnRegister | null): { readonly revision: number; readonly packs: Readonly<Record<string, string>>; readonly facts: string } | null {
  return asked === null ? null : { revision: asked.revision, packs: asked.packs, facts: asked.facts };
}

function approvalOf(inputs: DecideCase, { by, at }: Signature): NonNullable<DecideCase['approval']> {
  return { approvedBy: [by], approvedOn: at.slice(0, 10), inputHash: inputHash(inputs) };
}

function requireAuthor({ id }: Principal, author: string): void {
  if (id !== author) throw new DomainError('not-allowed', 'this decision was drafted by someone else, who alone changes and submits it; draft one of your own');
}

function requireOther({ id }: Principal, author: string, what: string): void {
  if (id === author) throw new DomainError('not-allowed', `whoever drafted a decision cannot ${what} it; ask someone else who may`);
}

function requireFilledIn(given: DecideCase): void {
  const open = openQuestions(given);
  const [first] = open;
  if (first === undefined) return;
  throw new DomainError('conflict', `${open.length} things are still to be filled in, the first ${first.where}: ${first.asks}; a figure that nobody has stays null, with the reason as its source`, { errors: open.slice(0, 100).map(({ at, asks }) => ({ pointer: `/inputs/${at.join('/')}`, detail: asks })) });
}

/** What is approved must be what the packs say now. */
function requireUnchanged(given: DecideCase, asked: OptionsOnRegister | null): void {
  if (asked === null) return;
  const other = given.options.flatMap((option, index) => newOutcomes(option, asked.constraints).map((outcome) => ({ pointer: `/inputs/options/${index}/constraints`, detail: `the packs say of ${option.id} that ${outcome.rule} is ${outcome.verdict} (${outcome.because}), and the inputs do not` })));
  if (other.length > 0) throw new DomainError('conflict', `${other[0]?.detail ?? ''}; the register has changed since: reject it, so that it can be put up anew`, { errors: other.slice(0, 100) });
}
