type Property = { readonly name: string; readonly value?: string | undefined };

/** The properties of the `domicile:` namespace by their short name, each with its index in the list; the first of a name counts. */
export function domicileProperties(properties: readonly Property[] | undefined): ReadonlyMap<string, { readonly value: string; readonly index: number }> {
  const found = new Map<string, { value: string; index: number }>();
  (properties ?? []).forEach(({ name, value }, index) => {
    const key = /^domicile:(?:service:|model:|weights:|licence:|lineage:)?(.+)$/.exec(name)?.[1];
    if (key !== undefined && value !== undefined && value !== '' && !found.has(key)) found.set(key, { value, index });
  });
  return found;
}
