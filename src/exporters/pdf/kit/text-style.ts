/** Names of the six fonts of a report. */
export const faceNames = ['sans', 'sansMedium', 'sansSemiBold', 'serif', 'serifSemiBold', 'mono'] as const;
export type FaceName = (typeof faceNames)[number];

/** How a run of text is set. Sizes and distances in points. */
export interface TextStyle {
  readonly face: FaceName;
  readonly size: number;
  readonly leading: number;
  readonly tracking?: number;
  /** Digits of equal width, for columns of numbers and dates. */
  readonly tabular?: boolean;
}
