/** The units whose records are somebody's own. */
export interface Confinement {
  /** Names as the field `owner` of deployments has them, and keys of legal entities such as `entity/acme-se`. */
  readonly units: readonly string[];
  /** Whether only these are read; changed are no others in any case. */
  readonly reading: boolean;
}
