import { recordKey } from '../../inventory/record-key.js';
import { fieldOf } from '../../reference/field-of.js';
import { type CommonsContext } from '../commons-context.js';
import { leanOn } from '../lean-on.js';
import { remember } from '../remember.js';
import { type FactUse } from '../subject-view.js';
import { catalogueOf } from './catalogue-of.js';
import { licencesOfClaim } from './licences-of-claim.js';

export interface LicencesOfModel {
  /** What binds the model itself; undefined where nothing is declared or known. */
  readonly ids: readonly string[] | undefined;
  readonly source: 'declared' | 'catalogue' | undefined;
  /** What the catalogue names for this checkpoint. */
  readonly catalogue: string | undefined;
  /** Sources contradict each other on it. */
  readonly disputed: boolean;
  readonly factUses: readonly FactUse[];
}

/** The licences of one model without its parents: those it declares, or else those of the catalogue; sources that contradict each other leave none. */
export function licencesOfModel(within: CommonsContext, id: string): LicencesOfModel {
  return remember(within, `licences/${id}`, (context) => {
    const factUses: FactUse[] = [];
    const disputed = [...(context.disputes.get(recordKey('model', id)) ?? [])].some((pointer) => ['/licence/expression', '/licence/name', '/licence'].includes(pointer));
    const declared = disputed ? undefined : licencesOfClaim(context.reference, context.models.get(id)?.licence);
    const found = catalogueOf(context, id);
    const catalogue = found?.value?.licence === undefined ? undefined : leanOn(factUses, '', fieldOf(context.reference, found, 'licence', (known) => known.licence, context.asOf));
    if (disputed) return { ids: undefined, source: undefined, catalogue, disputed, factUses };
    if (declared !== undefined) return { ids: declared, source: 'declared' as const, catalogue, disputed, factUses };
    return { ids: catalogue === undefined ? undefined : [catalogue], source: catalogue === undefined ? undefined : ('catalogue' as const), catalogue, disputed, factUses };
  });
}
