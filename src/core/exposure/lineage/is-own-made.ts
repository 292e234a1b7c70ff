import { type CommonsContext } from '../commons-context.js';

/** Whether the organisation or one of its legal entities developed a model; undefined where its developer is not stated. */
export function isOwnMade(context: CommonsContext, id: string): boolean | undefined {
  const developer = context.models.get(id)?.developer?.toLowerCase();
  if (developer === undefined) return undefined;
  const { organisation, legalEntities, providers } = context.snapshot;
  const ours = [organisation, ...legalEntities, ...providers.filter(({ kind }) => kind === 'own')].flatMap((party) => [party?.id, party?.name]);
  return ours.some((name) => name !== undefined && (name.toLowerCase() === developer || name.toLowerCase().startsWith(`${developer} `)));
}
