/** A shape of a logo, in the units of the logo. */
export interface LogoShape {
  /** Path in SVG syntax. */
  readonly path: string;
  /** `#RRGGBB`. */
  readonly fill: string;
}

export interface ReportLogo {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly LogoShape[];
}

/** Whose report it is: what the cover bears beside the title. Colours that carry meaning stay as they are. */
export interface ReportBrand {
  readonly name: string;
  /** `#RRGGBB`, with a contrast of at least 4.5 on white. */
  readonly accent?: string;
  readonly logo?: ReportLogo;
}
