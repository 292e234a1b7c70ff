import type { LicenceTerms } from './licence-terms.js';
import type { ReferenceFacts } from './reference-facts.js';

/** Whether a child's licence leaves more free than its parent's; undefined where a class has no rank, and so cannot be compared. */
export function isFreerLicence(reference: ReferenceFacts, child: LicenceTerms, parent: LicenceTerms): boolean | undefined {
  const [childFreedom, parentFreedom] = [child, parent].map(({ class: wanted }) => reference.data.licenceClasses.find((rank) => rank.class === wanted)?.freedom);
  return childFreedom === undefined || parentFreedom === undefined ? undefined : childFreedom > parentFreedom;
}
