import { type components } from './openapi.js';

/** What the API answers and takes, as it describes itself: an answer that changes breaks the screens that read it. */
export type Schemas = components['schemas'];

/** A row of a page; `id` is what a screen names it by. */
export type RowOf<Page extends { readonly items: readonly unknown[] }> = Page['items'][number] & { readonly id: string };

export type Audited = NonNullable<Schemas['FindingPage']['audited']>;
export type Actor = Schemas['Finding']['events'][number]['by'];
export type HistoryEvent = Pick<Schemas['Finding']['events'][number], 'at' | 'by' | 'what' | 'details'>;
export type Finding = RowOf<Schemas['FindingPage']>;

export interface Operand {
  readonly path: string;
  readonly value?: unknown;
  readonly state?: string;
}

/** The finding itself is as the audit wrote it, whose result has a schema of its own. */
export type FindingInFull = Omit<Schemas['Finding'], 'finding'> & {
  readonly id: string;
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
};

export type Waiver = RowOf<Schemas['WaiverPage']> & Partial<Pick<Schemas['WaiverRequest'], 'events'>>;
export type Audit = RowOf<Schemas['AuditPage']>;

export type JsonObject = Readonly<Record<string, unknown>>;

export interface Origin {
  readonly line?: number;
  readonly column?: number;
  readonly confidence?: string;
}

type Described = Schemas['Record']['statements'][number];

export type Statement = Omit<Described, 'origin' | 'origins'> & { readonly origin: Origin; readonly origins: Readonly<Record<string, Origin>> };
export type ChangedField = Schemas['RecordVersions']['items'][number]['fields'][number];
export type InventoryRecord = RowOf<Schemas['RecordPage']> & Partial<Pick<Schemas['Record'], 'change'>> & { readonly statements?: readonly Statement[] };
export type Change = Schemas['Record']['change'];
export type RecordVersion = Schemas['RecordVersions']['items'][number];
export type PolicyPack = RowOf<Schemas['PolicyList']>;
export type PolicyRule = PolicyPack['rules'][number];
export type Clearance = Schemas['Clearance'];
export type Evidence = RowOf<Schemas['EvidencePage']>;
export type Schedule = Schemas['Schedule'];
export type ScheduleRun = Schemas['ScheduleRun'];
export type Delivery = Schemas['Delivery'];
export type Recipient = Delivery['recipient'];
export type Notification = RowOf<Schemas['NotificationPage']>;
export type Job = Schemas['Job'];
export type Permission = Schemas['Session']['permissions'][number];

/** The kinds of records, in the order in which they are shown. */
export const recordKinds = ['deployment', 'model', 'provider', 'dataFlow', 'weightArtefact', 'licence', 'lineageEdge', 'organisation', 'legalEntity', 'codeCall'] as const satisfies readonly InventoryRecord['kind'][];

export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const satisfies readonly Finding['severity'][];
export const findingStates = ['open', 'in-progress', 're-opened', 'waived', 'resolved'] as const satisfies readonly Finding['state'][];
export const unsettledStates = ['open', 'in-progress', 're-opened'] as const;
export const waiverStates = ['draft', 'in-review', 'approved', 'rejected', 'withdrawn', 're-opened', 'expired'] as const satisfies readonly Waiver['state'][];
export const waiverReasons = ['risk-accepted', 'compensating-control', 'false-positive', 'migration'] as const satisfies readonly Schemas['WaiverDraft']['reason'][];

/** Lists that can be had as a table. */
export const exportedLists = ['audits', 'clearances', 'decisions', 'deliveries', 'evidence', 'findings', 'jobs', 'keys', 'notifications', 'own-policies', 'policies', 'reports', 'revisions', 'runs', 'schedules', 'trusts', 'users', 'waivers'] as const;

/** Those among them that the API gives whole, whatever the page filters. */
export const wholeLists = ['keys', 'policies', 'trusts', 'users'] as const satisfies readonly (typeof exportedLists)[number][];
