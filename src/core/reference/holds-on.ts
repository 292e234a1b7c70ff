/** Whether an interval holds on a day: `from` inclusive, `to` exclusive, an open end holds. Partial dates stand for their first day. */
export function holdsOn(interval: { readonly from?: string | undefined; readonly to?: string | undefined }, day: string): boolean {
  return (interval.from === undefined || day >= interval.from) && (interval.to === undefined || day < interval.to);
}
