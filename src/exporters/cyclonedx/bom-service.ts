import { type BomProperty } from './bom-property.js';

export interface BomServiceData {
  readonly flow: 'inbound';
  readonly classification: string;
  readonly name: string;
  readonly source?: readonly string[];
  readonly destination?: readonly string[];
}

/** The parts of a CycloneDX service that an inventory fills. */
export interface BomService {
  readonly 'bom-ref': string;
  readonly provider?: object;
  readonly name: string;
  readonly endpoints?: readonly string[];
  readonly data?: readonly BomServiceData[];
  readonly properties: readonly BomProperty[];
}
