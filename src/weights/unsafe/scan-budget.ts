/** What is left to spend on one file, so that no file made for it holds up a scan. Spent by whoever scans. */
export interface ScanBudget {
  /** Pickle instructions to follow. */
  instructions: number;
  /** Bytes to unpack. */
  bytes: number;
}

export function scanBudget(): ScanBudget {
  return { instructions: 12_000_000, bytes: 96 * 1024 * 1024 };
}
