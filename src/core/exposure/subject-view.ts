/** Where the value at a path of a view comes from: a record of the inventory and a JSON pointer inside it. */
export interface PathOrigin {
  /** Path as rules write it, such as `deployment.model`; it stands for every path below it as well. */
  readonly path: string;
  /** Key of the record, such as `model/llama-3.1-70b`. */
  readonly record: string;
  /** JSON pointer inside the record, empty for the record itself. */
  readonly pointer: string;
}

/** A reference fact that a derived value rests on. */
export interface FactUse {
  readonly path: string;
  /** Id in the reference facts, such as `jurisdiction/US` or `licence/Apache-2.0`. */
  readonly fact: string;
  readonly confidence: string;
  /** `unverified` may carry a pass and is printed beside it; `stale` and `not-yet-known` leave the value absent, so that rules answer unknown. */
  readonly state: 'current' | 'unverified' | 'stale' | 'not-yet-known' | 'missing';
  /** Name of the overlay where the organisation set the fact itself. */
  readonly overlay?: string;
}

export type SubjectKind = 'organisation' | 'deployment' | 'model' | 'flow';

/** What a rule sees of one subject: its record with references resolved and what follows from the facts. */
export interface SubjectView {
  readonly kind: SubjectKind;
  /** Key of the subject, such as `deployment/claims-assistant`. */
  readonly subject: string;
  /** Element of the subject a flow rule is about, such as `flow/f3`. */
  readonly element?: string;
  /** Values by variable name: `deployment`, `flow`, `model`, `organisation`. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly origins: readonly PathOrigin[];
  readonly factUses: readonly FactUse[];
}
