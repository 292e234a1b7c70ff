import { type EntityManager } from 'typeorm';
import { type z } from 'zod';
import { type Permission } from '../authorization/permission.js';
import { type Principal } from '../authorization/principal.js';
import { type DomainError } from '../problem/domain-error.js';

export interface JobContext {
  /** Who asked, with the permissions of now. */
  readonly asker: Principal;
  readonly askedAt: Date;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
  /** Says how far the job is; cheap enough to be called for every step. */
  readonly progress: (done: number, total: number, what: string) => void;
  /** Given when the job is cancelled, taken over by another process, or given back because this one stops. */
  readonly signal: AbortSignal;
  /** Leaves another job to be done for the same asker, in the transaction that ends this one. @returns its id */
  readonly ask: (manager: EntityManager, wanted: WantedJob) => Promise<string>;
  /** Leaves what is to be cleared away when this attempt has ended, whatever came of it; where the process dies it is not done. */
  readonly afterwards: (work: () => Promise<void>) => void;
}

export interface WantedJob {
  readonly kind: string;
  readonly input: unknown;
}

/** How a job stands that came to no result: it has ended, or waits to be tried again. */
export interface JobStop {
  readonly organisationId: string;
  readonly state: 'waiting' | 'failed' | 'cancelled';
  readonly why?: DomainError;
}

/** Where the result of a job is kept, and what it is. */
export interface JobResult {
  /** What `read` finds it by. */
  readonly reference: string;
  readonly mediaType: string;
  /** `sha256:` and the digest in hexadecimal. */
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
  /** Address of the record that the job made, where it has one of its own. */
  readonly location?: string;
}

/** Stores what a job found out, in the transaction that ends the job: both happen once or not at all. */
export type StoreResult = (manager: EntityManager) => Promise<JobResult>;

/** What one kind of job does. A new kind is a class like this and a line in `jobs/job-kinds.ts`. */
export interface JobKind<Input> {
  /** Works without writing anything down: it may be run again, in another process, when this one dies. */
  run(input: Input, context: JobContext): Promise<StoreResult>;
  /** Notes elsewhere that the job has come to no result, in the transaction that says so of the job. */
  stopped?(manager: EntityManager, input: Input, how: JobStop): Promise<void>;
  /** The bytes of a result. @throws DomainError `unknown-record` */
  read(asker: Principal, reference: string): Promise<Uint8Array>;
}

export interface JobDescription<Input> {
  readonly id: string;
  /** What the asker must be allowed, when asking and when the job runs. */
  readonly permission: Permission;
  /** What is needed to read its result. */
  readonly readPermission: Permission;
  readonly input: z.ZodType<Input>;
  /** How often it is begun at most; 5 where absent. */
  readonly mostAttempts?: number;
}

/** A kind as the registry lists it: Nest makes the instance. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each kind has an input of its own, which its own schema has read
export type JobKindClass = (new (...parts: never[]) => JobKind<any>) & { readonly description: JobDescription<any> };
