/** What a system answered to one question. */
export interface RemoteAnswer {
  /** Address that answered, without credential. */
  readonly url: string;
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** ISO 8601 instant at which the answer had come. */
  readonly at: string;
}

export type RemoteQuery = Readonly<Record<string, string>>;

/**
 * Asks a system with GET, at a path below its configured address or at an address of its own that lies there.
 *
 * @throws RemoteFault where no answer came that can be used: time-out, no connection, a redirect that leads out, too many bytes
 */
export type RemoteFetch = (path: string, query?: RemoteQuery) => Promise<RemoteAnswer>;
