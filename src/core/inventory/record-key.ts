import { type NounKind } from './noun-kind.js';

const prefixes: Readonly<Record<NounKind, string>> = {
  organisation: 'organisation',
  legalEntity: 'entity',
  provider: 'provider',
  licence: 'licence',
  model: 'model',
  weightArtefact: 'weights',
  lineageEdge: 'lineage',
  deployment: 'deployment',
  dataFlow: 'flow',
  codeCall: 'call',
};

/** The key under which a record is known everywhere: `deployment/claims-assistant`, `flow/f3`, `entity/acme-se`. */
export function recordKey(kind: NounKind, id: string): string {
  return `${prefixes[kind]}/${id}`;
}
