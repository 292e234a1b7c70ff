import { type Deployment } from '../../inventory/deployment.js';
import { type LicenceTerms } from '../../reference/licence-terms.js';
import { type BindingTerms } from '../lineage/binding-terms.js';
import { type BindingLicenceView } from './binding-licence-view.js';

/** The wordings a licence wants shown by a product built with the model, and whether its notices hold them; a notice of derivatives only where the model is one. */
export function noticesOf({ requiredNotices }: LicenceTerms, { steps }: BindingTerms, { notices }: Deployment): NonNullable<BindingLicenceView['notices']> {
  const shown = notices?.map(plain);
  return (requiredNotices ?? []).flatMap(({ kind, wording, alternatives, when, clause }) => {
    const asked = kind === 'display' && (when === 'product' || when === 'any-use' || (when === 'derivative-distribution' && steps.length > 0));
    if (!asked || wording === undefined) return [];
    const accepted = [wording, ...(alternatives ?? [])].map(plain);
    return [{ wording, clause, ...(shown === undefined ? {} : { shown: shown.some((notice) => accepted.some((words) => notice.includes(words))) }) }];
  });
}

function plain(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
