import { type ProblemCode } from './problem-types.js';

export interface ErrorAt {
  /** JSON pointer into the request body, or the name of a parameter. */
  readonly pointer: string;
  readonly detail: string;
}

export interface DomainErrorExtras {
  readonly errors?: readonly ErrorAt[];
  /** Seconds after which another try makes sense. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** What went wrong in the words of the domain; the problem filter alone turns it into HTTP. */
export class DomainError extends Error {
  readonly errors: readonly ErrorAt[];
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ProblemCode,
    detail: string,
    { errors = [], retryAfter, cause }: DomainErrorExtras = {},
  ) {
    super(detail, { cause });
    this.name = 'DomainError';
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}
