/** Text for a terminal: control characters that a file smuggled in, escape sequences among them, become visible marks. Line breaks stay. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '\u{fffd}');
}
