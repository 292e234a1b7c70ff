import { type FaceName } from './kit/text-style.js';

/** Bytes of TrueType fonts. They must be complete: fonts cut into ranges of characters are refused by the reader of fonts. */
export type ReportFonts = Readonly<Record<FaceName, Uint8Array>>;

export interface WorldMap {
  /** TopoJSON with the object `countries`, whose geometries have ISO 3166-1 numeric ids. */
  readonly topology: unknown;
  /** ISO 3166-1 numeric id → alpha-2 code. */
  readonly countryCodes: Readonly<Record<string, string>>;
}

/** Everything a report is drawn with that is not in the report itself. */
export interface ReportAssets {
  readonly fonts: ReportFonts;
  /** ICC profile of the sRGB colour space, embedded as the output intent that PDF/A asks for. */
  readonly colourProfile: Uint8Array;
  readonly world: WorldMap;
}
