/** A text whose lines end with a carriage return alone, as old systems wrote them, with line feeds in their place; every other text as it is. Offsets stay. */
export function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}
