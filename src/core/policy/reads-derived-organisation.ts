import { type CompiledPack } from './compiled-pack.js';

/** Fields of the organisation that follow from all deployments. */
const derived = /criticalDeployments|concentration|largestShare|largestParent|calls|hints/;

/** Whether a rule about anything else than the organisation looks at what is derived of it; where that cannot be told, it does. */
export function readsDerivedOrganisation(packs: readonly CompiledPack[]): boolean {
  return packs.some(({ rules }) =>
    rules.some(({ enabled, subject, forEach, appliesTo, check, message, paths }) => {
      const read = JSON.stringify([forEach, appliesTo, check, message, paths]);
      return enabled && subject !== 'organisation' && read.includes('organisation') && (derived.test(read) || paths.includes('organisation'));
    }),
  );
}
