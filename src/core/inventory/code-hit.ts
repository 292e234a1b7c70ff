/** Where a hit stands: only production code counts. */
export type HitContext = 'production' | 'comment' | 'test' | 'documentation' | 'vendored' | 'generated';

export type HitKind = 'import' | 'endpoint' | 'model-id' | 'environment-variable' | 'mcp-server';

/** Who is called, as far as the place tells. Nothing stated: it does not tell. */
export interface CallTarget {
  /** Ids in the provider facts; several where it may be any of them. */
  readonly providers?: readonly string[];
  /** A host that no facts know. */
  readonly host?: string;
  /** It stays in the network of the organisation. */
  readonly own?: boolean;
}

/** One place in code or configuration that names a provider. Lines and columns count from 1. */
export interface CodeHit extends CallTarget {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: HitKind;
  /** What stands there: a module, a host, a model, a variable, a server. Never a value of a variable. */
  readonly name: string;
  readonly context: HitContext;
  /** A hint is a key, a model name or a mention: it calls nothing by itself. */
  readonly basis: 'call' | 'hint';
  readonly note?: string;
}
