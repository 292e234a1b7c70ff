/** What of the register breaks under a shock, as `domicile shock --format json` prints it. */
export interface ShockAnswer {
  readonly asOf: string;
  readonly shock: { readonly title: string };
  readonly counts: Readonly<Record<Impact, number>>;
  readonly blastRadius: readonly { readonly criticality: string | null; readonly breaks: number; readonly undecided: number; readonly unchanged: number; readonly usersPerMonth: { readonly value: number; readonly notStatedFor: number } }[];
  readonly deployments: readonly ShockedDeployment[];
  readonly elsewhere: readonly Broken[];
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

export type Impact = 'breaks' | 'undecided' | 'unchanged';

export interface Broken {
  readonly ruleId: string;
  readonly title: string;
  readonly severity: string;
  readonly after: string;
  readonly subject: string;
  readonly element?: string;
  readonly message: string;
  readonly waived: boolean;
}

export interface ShockedDeployment {
  readonly id: string;
  readonly name: string;
  readonly criticality: string | null;
  readonly usersPerMonth: number | null;
  readonly impact: Impact;
  readonly stops: 'yes' | 'no' | 'unknown';
  readonly why: string;
  readonly loses: readonly { readonly flow: string }[];
  readonly breaks: readonly Broken[];
  readonly fallback: { readonly state: string; readonly why: string; readonly deployment: string | null; readonly testedAt: string | null; readonly daysWithout: number | null };
}

export const impacts: readonly Impact[] = ['breaks', 'undecided', 'unchanged'];

export interface ShockField {
  readonly name: string;
  /** Records of the register that it can name; absent: free text. */
  readonly of?: 'provider' | 'model';
  readonly number?: true;
  readonly optional?: true;
}

/** What each kind of shock has to be told. */
export const shockFields: Readonly<Record<string, readonly ShockField[]>> = {
  'adequacy-falls': [{ name: 'jurisdiction' }],
  'api-cut-off': [{ name: 'provider', of: 'provider' }, { name: 'model', of: 'model', optional: true }, { name: 'days', number: true }],
  'api-retired': [{ name: 'provider', of: 'provider' }, { name: 'model', of: 'model' }],
  'parent-changes': [{ name: 'provider', of: 'provider' }, { name: 'parent' }, { name: 'country' }],
  'licence-changes': [{ name: 'model', of: 'model' }, { name: 'licence' }],
  'region-lost': [{ name: 'region', optional: true }, { name: 'country', optional: true }, { name: 'provider', of: 'provider', optional: true }],
};
