export interface BomProperty {
  readonly name: string;
  readonly value: string;
}
