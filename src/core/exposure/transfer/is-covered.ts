import { type Adequacy } from '../../reference/adequacy-at.js';
import { type PartyView } from '../view/party-view.js';

/** Kinds of parties that are commercial organisations by what they do. */
const commercialKinds: readonly (string | undefined)[] = ['model-api', 'cloud-model-api', 'cloud', 'gateway', 'observability', 'model-hub', 'support'];

/** Whether an adequacy decision covers what a party receives; undefined where its scope hangs on something not known of the party. */
export function isCovered({ status, decision }: Adequacy, party: PartyView | undefined): boolean | undefined {
  if (status === 'not-needed' || status === 'adequate') return true;
  if (status === 'ended' || status === 'none') return false;
  switch (decision?.scope) {
    case 'certified-entities':
      return party?.own === true ? false : party?.transfersCertified;
    case 'commercial-organisations':
    case 'private-sector':
      return commercialKinds.includes(party?.kind) ? true : undefined;
    default:
      return undefined;
  }
}
