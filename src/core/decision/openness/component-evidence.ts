import { type FrameworkComponent } from './openness-rules.js';

/** What a record says of one component, and what follows under the framework's licence lists. */
export interface ComponentEvidence {
  readonly component: FrameworkComponent;
  /** `missing`: not part of the release; `unlicensed`: part of it, but under no licence; `not-open`: under a licence that no list counts as open. */
  readonly state: 'open' | 'not-open' | 'unlicensed' | 'missing';
  readonly licence?: string;
  /** Whether the licence is the component's own, that of its type, or that of the whole distribution. */
  readonly licenceFrom?: 'component' | 'type' | 'distribution';
  readonly osiApproved: boolean;
  /** The licence is listed for the type of the component. */
  readonly suitsType: boolean;
  /** The open licence that the written words probably mean; the record must say so before it counts. */
  readonly likelyLicence?: string;
  readonly location?: string;
  readonly licenceLocation?: string;
}
