import { type BomProperty } from './bom-property.js';

export interface BomHash {
  readonly alg: 'SHA-256';
  readonly content: string;
}

/** The parts of a CycloneDX component that an inventory fills. */
export interface BomComponent {
  readonly type: 'application' | 'file' | 'machine-learning-model';
  readonly 'bom-ref': string;
  readonly manufacturer?: object;
  readonly name: string;
  readonly version?: string;
  readonly description?: string;
  readonly hashes?: readonly BomHash[];
  readonly licenses?: readonly object[];
  readonly purl?: string;
  readonly pedigree?: { readonly ancestors: readonly BomComponent[] };
  readonly externalReferences?: readonly { readonly type: 'license'; readonly url: string }[];
  readonly components?: readonly BomComponent[];
  readonly modelCard?: object;
  readonly properties: readonly BomProperty[];
}
