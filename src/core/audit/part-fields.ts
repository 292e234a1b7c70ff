/** What deployments state that a part of an inventory can be chosen by. */
export const partFields = ['owner', 'legalEntity', 'environment', 'criticality', 'provider', 'model', 'useTags'] as const;

export type PartField = (typeof partFields)[number];
