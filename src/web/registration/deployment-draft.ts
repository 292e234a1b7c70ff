/** A flow as it is being described. */
export interface FlowDraft {
  readonly stage: string;
  readonly from: string;
  /** Id of a provider; empty: the one that the deployment runs at. */
  readonly to: string;
  readonly categories: readonly string[];
  readonly subjectCountries: readonly string[];
  readonly processingCountries: readonly string[];
  readonly retentionDays: string;
}

/** Something of the register by its id, or something new by its name. */
export interface Chosen {
  readonly isNew: boolean;
  readonly id: string;
  readonly name: string;
}

/** A deployment as it is being described; what is empty is not known. */
export interface DeploymentDraft {
  readonly name: string;
  readonly id: string;
  readonly purpose: string;
  readonly environment: string;
  readonly status: string;
  readonly model: Chosen & { readonly developer: string; readonly licence: string };
  readonly provider: Chosen & { readonly kind: string; readonly country: string };
  readonly route: string;
  readonly engine: string;
  readonly placeKind: string;
  readonly region: string;
  readonly country: string;
  readonly scope: string;
  readonly flows: readonly FlowDraft[];
  readonly owner: string;
  readonly legalEntity: string;
  readonly criticality: string;
  readonly usersPerMonth: string;
}
