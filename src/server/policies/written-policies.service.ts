import { Injectable } from '@nestjs/common';
import { type Problem } from '../../core/inventory/problem.js';
import { type Principal } from '../platform/authorization/principal.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { WorkerPool } from '../platform/threads/worker-pool.js';
import { loadPackOptions } from './load-pack-options.js';
import { type PolicyCheck, type PolicyTests } from './own-policy-shapes.js';
import { PoliciesService } from './policies.service.js';
import { type CompiledPolicy, type PolicyAnswer, type PolicyTask } from './policy-task.js';
import { viewOfProblem } from './view-of-problem.js';

/** What a text that someone writes would be, beside what is in force. Nothing of it is kept. */
@Injectable()
export class WrittenPoliciesService {
  private taken: Promise<readonly string[]> | undefined;

  constructor(
    private readonly policies: PoliciesService,
    private readonly pool: WorkerPool<PolicyTask, PolicyAnswer>,
  ) {}

  /** Whether a pack or an overlay that comes with Domicile has this id. */
  async isTaken(name: string): Promise<boolean> {
    this.taken ??= loadPackOptions().then(({ taken }) => taken);
    return (await this.taken).includes(name);
  }

  async check(asker: Principal, text: string): Promise<PolicyCheck> {
    const { problems, policy } = await this.compile(asker, text);
    if (policy === undefined) return { problems: problems.map(viewOfProblem), policy: null };
    const { id, kind, pack } = policy;
    const rules = pack.rules.map(({ id: rule, title, subject, severity, enabled }) => ({ id: rule, title, subject, severity: severity.map((dated) => ({ ...dated })), enabled }));
    return { problems: [], policy: { id, kind, pack: pack.id, packVersion: pack.version, digest: `sha256:${pack.digest}`, rules } };
  }

  async test(asker: Principal, text: string): Promise<PolicyTests> {
    const answer = await this.pool.run({ kind: 'test', text, standing: await this.standing(asker) });
    if (answer.kind !== 'test') throw new Error('the worker answered another question');
    const { problems, report } = answer;
    return { problems: problems.map(viewOfProblem), passed: report?.passed ?? false, rules: (report?.rules ?? []).map(plain) };
  }

  /** @throws DomainError `not-checkable` with every problem, each at line and column */
  async require(asker: Principal, name: string | undefined, text: string): Promise<CompiledPolicy> {
    const { problems, policy } = await this.compile(asker, text);
    if (policy === undefined) throw notCompiled(problems);
    if (name !== undefined && policy.id !== name) throw new DomainError('not-checkable', `metadata.id is '${policy.id}', and this policy is called '${name}'; write that id, or draft another policy`, { errors: [] });
    return policy;
  }

  private async compile(asker: Principal, text: string): Promise<{ readonly problems: readonly Problem[]; readonly policy?: CompiledPolicy }> {
    const answer = await this.pool.run({ kind: 'check', text, standing: await this.standing(asker) });
    if (answer.kind !== 'check') throw new Error('the worker answered another question');
    return answer;
  }

  private async standing(asker: Principal): ReturnType<PoliciesService['texts']> {
    return this.policies.texts(asker, await this.policies.inForce(asker));
  }
}

const plain = (report: PolicyTests['rules'][number] | object): PolicyTests['rules'][number] => structuredClone(report) as PolicyTests['rules'][number];

function notCompiled(problems: readonly Problem[]): DomainError {
  const errors = problems.map(({ file, line, column, message }) => ({ pointer: [file, line, column].filter((part) => part !== undefined).join(':'), detail: message }));
  const [first] = errors;
  return new DomainError('not-checkable', first === undefined ? 'the policy does not compile' : `${first.pointer}: ${first.detail}`, { errors });
}
