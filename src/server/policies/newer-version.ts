/** Whether one version of a pack (major.minor.patch) is above another. */
export function newerVersion(version: string, than: string): boolean {
  const [one, other] = [version, than].map((each) => each.split('.').map(Number));
  for (const [at, part] of (one ?? []).entries()) if (part !== other?.[at]) return part > (other?.[at] ?? 0);
  return false;
}
