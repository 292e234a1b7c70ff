import { type Model } from '../../inventory/model.js';
import { licenceByTag } from '../../reference/licence-by-tag.js';
import { type ReferenceFacts } from '../../reference/reference-facts.js';

/**
 * Ids in the facts of the licences that a declaration binds to: an SPDX expression joined by AND, a hub's tag, or a licence's usual name.
 * What no record stands for is returned as it was written; undefined where nothing is declared, or where OR leaves a choice open.
 */
export function licencesOfClaim(reference: ReferenceFacts, claim: Model['licence']): readonly string[] | undefined {
  const written = claim?.expression ?? claim?.name ?? claim?.declaredAs;
  if (written === undefined) return undefined;
  const whole = oneLicence(reference, written) ?? (isVague(written) ? firstKnown(reference, [claim?.name, claim?.declaredAs]) : undefined);
  if (whole !== undefined) return [whole];
  if (isVague(written)) return claim?.name === undefined ? undefined : [claim.name];
  return conjunctionOf(reference, written);
}

function oneLicence(reference: ReferenceFacts, written: string): string | undefined {
  return reference.licences.has(written) ? written : licenceByTag(reference, written);
}

function firstKnown(reference: ReferenceFacts, names: readonly (string | undefined)[]): string | undefined {
  for (const name of names) {
    const known = name === undefined ? undefined : oneLicence(reference, name);
    if (known !== undefined) return known;
  }
  return undefined;
}

/** Tags of hubs that say only that there is some licence. */
function isVague(written: string): boolean {
  return ['other', 'unknown', 'licenseref-other', 'licenseref-unknown', 'noassertion', 'none'].includes(written.trim().toLowerCase());
}

function conjunctionOf(reference: ReferenceFacts, written: string): readonly string[] | undefined {
  const words = written.replaceAll(/[()]/g, ' ').trim();
  if (/\sOR\s/.test(words)) return undefined;
  return words.split(/\s+AND\s+/).map((part) => part.split(/\s+WITH\s+/)[0]?.trim() ?? part).map((part) => oneLicence(reference, part) ?? part);
}
