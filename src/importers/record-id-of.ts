/** An id made of a name: what an id may not hold becomes a hyphen. Undefined where nothing is left. */
export function recordIdOf(name: string): string | undefined {
  const id = name.trim().replace(/[^A-Za-z0-9._:@/+-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '').replace(/-+$/, '').slice(0, 256);
  return id === '' ? undefined : id;
}
