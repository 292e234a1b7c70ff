/** The form in which names of API models are compared: lower case, white space as a hyphen. */
export function apiModelKey(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '-');
}
