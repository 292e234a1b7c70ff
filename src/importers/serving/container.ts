type Path = readonly (string | number)[];

export interface Placed {
  readonly text: string;
  readonly at: Path;
}

export interface EnvironmentEntry {
  readonly name: string;
  /** Absent where the value comes from a secret, a config map or the field of another object. */
  readonly value?: string;
  readonly at: Path;
}

/** One container of a workload as any manifest writes it: Kubernetes, compose, chart values. */
export interface Container {
  readonly at: Path;
  readonly image?: Placed;
  /** Command and arguments, in order. */
  readonly words: readonly Placed[];
  readonly environment: readonly EnvironmentEntry[];
  /** Variables come from elsewhere as well (`envFrom`, `env_file`), so that an absent one is not known to be absent. */
  readonly moreEnvironment: boolean;
  /** The model, where the manifest has a field of its own for it. */
  readonly model?: Placed;
  readonly engine?: Placed;
}
