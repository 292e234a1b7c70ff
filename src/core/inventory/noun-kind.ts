/** The kinds of records an inventory holds, in the order in which they are listed. */
export const nounKinds = ['organisation', 'legalEntity', 'provider', 'licence', 'model', 'weightArtefact', 'lineageEdge', 'deployment', 'dataFlow', 'codeCall'] as const;
export type NounKind = (typeof nounKinds)[number];
