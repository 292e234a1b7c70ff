declare module 'spdx-satisfies' {
  /** Whether an SPDX expression can be met with licences of the list alone. */
  export default function satisfies(expression: string, allowed: readonly string[]): boolean;
}
