import { type JobDescription, type JobKind, type JobKindClass } from '../platform/jobs/job-kind.js';
import { DomainError } from '../platform/problem/domain-error.js';

export interface RegisteredKind extends JobDescription<unknown> {
  readonly kind: JobKind<unknown>;
}

/** The kinds of jobs that this server knows. */
export class JobRegistry {
  private readonly byId: ReadonlyMap<string, RegisteredKind>;

  constructor(classes: readonly JobKindClass[], kinds: readonly JobKind<unknown>[]) {
    this.byId = new Map(classes.flatMap(({ description }, at) => (kinds[at] === undefined ? [] : [[description.id, { ...(description as JobDescription<unknown>), kind: kinds[at] }]])));
  }

  knows(id: string): boolean {
    return this.byId.has(id);
  }

  /** @throws DomainError `unavailable` where another version of the server knows it and this one does not */
  get(id: string): RegisteredKind {
    const found = this.byId.get(id);
    if (found === undefined) throw new DomainError('unavailable', `this server knows no job of kind ${id}; bring every server to one version`);
    return found;
  }
}
