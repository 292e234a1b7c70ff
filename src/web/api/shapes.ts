/** What the screens use of the API's answers; the whole of them is described at /api/docs. */
export interface Audited {
  readonly audit: string;
  readonly revision: number;
  readonly asOf: string;
  readonly stale: boolean;
}

export interface Actor {
  readonly kind: string;
  readonly id: string;
}

export interface HistoryEvent {
  readonly at: string;
  readonly by: Actor;
  readonly what: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Finding {
  readonly id: string;
  readonly fingerprint: string;
  readonly state: string;
  readonly assignee: string | null;
  readonly version: number;
  readonly ruleId: string;
  readonly pack: string;
  readonly title: string;
  readonly severity: string;
  readonly verdict: string;
  readonly subject: string;
  readonly element: string | null;
  readonly message: string;
  readonly openedAt: string;
  readonly changedAt: string;
}

export interface Operand {
  readonly path: string;
  readonly value?: unknown;
  readonly state?: string;
}

export interface FindingInFull extends Finding {
  readonly finding: {
    readonly rationale: string;
    readonly remediation: string;
    readonly controls: readonly string[];
    readonly explanation: readonly { readonly expression: string; readonly result: unknown; readonly operands: readonly Operand[] }[];
    readonly missing: readonly string[];
    readonly facts: readonly { readonly id: string; readonly confidence: string; readonly state: string }[];
    readonly location?: { readonly file: string; readonly line?: number; readonly column?: number };
    readonly waiver: { readonly id: string } | null;
  };
  readonly events: readonly HistoryEvent[];
  readonly audited: Audited | null;
}

export interface Waiver {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly version: number;
  readonly pack: string;
  readonly rules: readonly string[];
  readonly subjects: readonly { readonly subject: string; readonly element?: string }[];
  readonly findings: readonly string[];
  readonly reason: string;
  readonly justification: string;
  readonly compensatingMeasure?: string;
  readonly ticket?: string;
  readonly validFrom: string | null;
  readonly expiresAt: string;
  readonly requestedBy: string;
  readonly approvals: readonly { readonly by: string; readonly role: string; readonly at: string }[];
  readonly approverRoles: readonly string[];
  readonly createdAt: string;
  readonly changedAt: string;
  readonly events?: readonly HistoryEvent[];
}

export interface Audit {
  readonly id: string;
  readonly createdAt: string;
  readonly requestedBy: string;
  readonly asOf: string;
  readonly revision: number | null;
  /** Absent where the audit is of the whole. */
  readonly part: { readonly only: readonly string[]; readonly subjects: number; readonly of: number } | null;
  readonly conclusion: string;
  readonly blocked: boolean;
  readonly counts: Readonly<Record<string, number>>;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export interface Origin {
  readonly line?: number;
  readonly column?: number;
  readonly confidence?: string;
}

export interface Statement {
  readonly path: string;
  readonly importer: string;
  readonly value: JsonObject;
  readonly origin: Origin;
  readonly origins: Readonly<Record<string, Origin>>;
}

export interface ChangedField {
  readonly pointer: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface InventoryRecord {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly revision: number;
  readonly retired: boolean;
  readonly value: JsonObject;
  readonly disputed: readonly string[];
  readonly sources: readonly string[];
  readonly statements?: readonly Statement[];
  readonly change?: Change;
}

export interface Change {
  readonly revision: number;
  readonly changedAt: string;
  readonly changedBy: Actor;
  readonly reason: string;
}

export interface RecordVersion extends Change {
  readonly what: string;
  readonly fields: readonly ChangedField[];
}

export interface PolicyPack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly owner: string;
  readonly description: string | null;
  readonly recommended: boolean;
  readonly digest: string;
  readonly waivers: { readonly maxDays: number; readonly noticeDays: number; readonly approverRoles: readonly string[] } | null;
  readonly rules: readonly PolicyRule[];
}

export interface PolicyRule {
  readonly id: string;
  readonly title: string;
  readonly severity: readonly { readonly from?: string; readonly is: string }[];
  readonly subject: string;
  readonly controls: readonly string[];
  readonly rationale: string;
  readonly remediation: string;
  readonly check: string;
  readonly enabled: boolean;
}

/** The kinds of records, in the order in which they are shown. */
export const recordKinds = ['deployment', 'model', 'provider', 'dataFlow', 'weightArtefact', 'licence', 'lineageEdge', 'organisation', 'legalEntity', 'codeCall'] as const;

export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export const findingStates = ['open', 'in-progress', 're-opened', 'waived', 'resolved'] as const;
export const unsettledStates = ['open', 'in-progress', 're-opened'] as const;
export const waiverStates = ['draft', 'in-review', 'approved', 'rejected', 'withdrawn', 're-opened', 'expired'] as const;
export const waiverReasons = ['risk-accepted', 'compensating-control', 'false-positive', 'migration'] as const;
