import { type AuditedPart } from '../../core/audit/audited-part.js';
import { type RulebookComparison } from '../../core/audit/compare-rulebooks.js';
import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { type AffectedPart } from '../../core/audit/remaining-part.js';
import { type DecideCase } from '../../core/decision/record/decide-case.js';
import { type FleetMember } from '../../core/exposure/fleet-member.js';
import { type FlowMap } from '../../core/exposure/flow-map.js';
import { type Waiver } from '../../core/finding/waiver.js';
import { type SourceText } from '../../core/inventory/source-text.js';
import { type ReportLanguage } from '../../core/report/report-language.js';
import { type Shock } from '../../core/shock/shock.js';
import { type ReportVerification } from '../../signing/report-verification.js';
import { type OwnPolicyReference } from '../policies/policies.service.js';
import { type AskedOptions } from './asked-options.js';
import { type JoinedRun, type RangeRun, type RangeTexts, type RecordsOfRange } from './range-run.js';
import { type RulebookInForce } from './rulebook-in-force.js';
import { type TriedVerdict } from './tried-verdict.js';
import { type AffectedOfAudit, type CheckInput, type GivenInventory } from './check-input.js';
import { type CheckOutcome } from './check-outcome.js';
import { type CheckRequest } from './check-request.js';
import { type Clearable } from './clearable.js';
import { type ClearedDeployment } from './cleared-deployment.js';

/** What is audited, as it is stored: the files that were sent, or a revision of the register. Nothing is left to the moment it runs. */
export type StoredCheck = (CheckRequest | (Omit<CheckRequest, 'files'> & { readonly register: { readonly revision: number }; readonly granted: readonly Waiver[]; readonly cleared?: readonly ClearedDeployment[]; readonly only?: readonly string[] | undefined; readonly affected?: AffectedOfAudit })) & { readonly asOf: string; /** Own policies that were in force; absent: none. */ readonly own?: readonly OwnPolicyReference[] };

/** How a report is printed. */
export interface ReportForm {
  readonly template: string;
  readonly language: ReportLanguage;
}

export interface StoredAudit {
  readonly input: CheckInput;
  /** The bytes that were answered. */
  readonly result: string;
}

export type CheckTask =
  /** `given` is needed where the thread has not opened the run yet. */
  | { readonly kind: 'range'; readonly run: string; readonly given?: RangeRun; readonly range: RecordsOfRange }
  | { readonly kind: 'remaining'; readonly given: RangeRun; readonly affected: AffectedPart; readonly deployments: readonly FleetMember[]; readonly loose: string }
  | { readonly kind: 'join'; readonly given: RangeRun; readonly tails: readonly string[]; readonly finds: boolean; readonly flows: boolean }
  | { readonly kind: 'check'; readonly input: CheckInput }
  /** What the audit would be judged by. */
  | { readonly kind: 'rulebook'; readonly input: CheckInput }
  /** What a pack that is not in force says of one deployment. */
  | { readonly kind: 'try'; readonly input: CheckInput; readonly pack: CompiledPack; readonly deployment: string }
  /** What the packs in force would say of one deployment if these files were in the register as well. */
  | { readonly kind: 'try-files'; readonly input: CheckInput & { readonly inventory: GivenInventory }; readonly files: readonly SourceText[]; readonly deployment: string }
  /** What would change of the whole if it were. */
  | { readonly kind: 'compare'; readonly input: CheckInput; readonly pack: CompiledPack }
  /** `decision` is the record of a decision that is justified, and `deployment` the only one that is shown. */
  | ({ readonly kind: 'report'; readonly decision?: string; readonly deployment?: string } & StoredAudit & ReportForm)
  | { readonly kind: 'shock'; readonly input: CheckInput; readonly shock: Shock }
  /** Where the data of the inventory goes. */
  | { readonly kind: 'flows'; readonly input: CheckInput }
  /** What the packs say of the options of decisions. */
  | { readonly kind: 'options'; readonly input: CheckInput; readonly cases: readonly DecideCase[] }
  | ({ readonly kind: 'clear'; readonly deployment: string } & StoredAudit)
  /** `stored` is the audit the report is of, where it is known. */
  | { readonly kind: 'verify'; readonly file: Uint8Array; readonly roots: string; readonly asOf: string; readonly stored?: StoredAudit };

export type CheckAnswer =
  | { readonly kind: 'unopened' }
  | { readonly kind: 'range'; readonly texts: RangeTexts }
  | { readonly kind: 'remaining'; readonly part: AuditedPart }
  | { readonly kind: 'join'; readonly joined: JoinedRun }
  | { readonly kind: 'flows'; readonly map: FlowMap } | { readonly kind: 'shock'; readonly json: string } | { readonly kind: 'options'; readonly asked: readonly (AskedOptions | null)[] } | { readonly kind: 'try'; readonly verdicts: readonly TriedVerdict[] } | { readonly kind: 'compare'; readonly comparison: RulebookComparison } | { readonly kind: 'clear'; readonly clearable: Clearable } | { readonly kind: 'rulebook'; readonly rulebook: RulebookInForce } | { readonly kind: 'check'; readonly outcome: CheckOutcome } | { readonly kind: 'report'; readonly pdf: Uint8Array } | { readonly kind: 'verify'; readonly verification: ReportVerification };
