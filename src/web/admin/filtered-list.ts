/** Address of a list with this filter set. */
export function filteredList(resource: string, filter: object): string {
  return `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
