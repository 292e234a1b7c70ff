import { type TextMarks } from '../exporters/text/to-text.js';

const escape = (code: string) => (text: string): string => `\u001b[${code}m${text}\u001b[0m`;

/** ANSI marks for a terminal that shows colour. */
export const terminalMarks: TextMarks = { strong: escape('1'), bad: escape('1;31'), open: escape('33'), quiet: escape('2') };
