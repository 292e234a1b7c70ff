import { type PullConnection, type PullSystem } from '../platform/config/pull-connection.js';
import { type RemoteFetch } from './remote.js';

/** A file that a system gave, in a form that an importer reads. */
export interface PulledFile {
  readonly kind: 'file';
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Address that says the same, without credential. */
  readonly url: string;
  /** ISO 8601 instant of the answer it was made from; that of the pull where it was made from many. */
  readonly at?: string;
  /** How the system itself names this state: its ETag. */
  readonly etag?: string;
  /** How the system itself names this version: a commit, a resource version. */
  readonly revision?: string;
}

/** Something that could not be read, so that nothing is known of it. */
export interface PullGap {
  readonly kind: 'gap';
  /** Stable word for machines, such as `not-allowed`. */
  readonly code: string;
  /** What is unknown, such as `the deployments of all namespaces`. */
  readonly what: string;
  /** Culprit, cause and remedy in one sentence. */
  readonly message: string;
}

export type Pulled = PulledFile | PullGap;

/** The connection to one kind of system. */
export type ConnectionTo<System extends PullSystem> = Extract<PullConnection, { readonly system: System }>;

/**
 * Reads one system: asks it only through `fetch` and states what it gave as files, and what it did not give as gaps.
 *
 * @throws RemoteFault where not even a beginning could be made
 */
export type PullSource<System extends PullSystem> = (connection: ConnectionTo<System>, fetch: RemoteFetch) => AsyncIterable<Pulled>;
