export interface StringForm {
  readonly open: string;
  readonly close: string;
  /** What lets the closing quote stand inside: a backslash before it, two of it, or nothing. */
  readonly escape: 'backslash' | 'doubled' | 'none';
  readonly lines: boolean;
}

/** How comments and strings of a language are written: enough to tell them from code. Longer forms stand before shorter ones. */
export interface Grammar {
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [string, string])[];
  readonly nestedComments?: boolean;
  readonly strings: readonly StringForm[];
}

const plain: StringForm = { open: '"', close: '"', escape: 'backslash', lines: false };
const single: StringForm = { open: "'", close: "'", escape: 'backslash', lines: false };
const triple = (quote: string): StringForm => ({ open: quote.repeat(3), close: quote.repeat(3), escape: 'backslash', lines: true });
const verbatim = (open: string): StringForm => ({ open, close: '"', escape: 'doubled', lines: true });
const slashes: Pick<Grammar, 'lineComments' | 'blockComments'> = { lineComments: ['//'], blockComments: [['/*', '*/']] };

export const grammars = {
  python: { lineComments: ['#'], blockComments: [], strings: [triple('"'), triple("'"), plain, single] },
  java: { ...slashes, nestedComments: false, strings: [triple('"'), plain, single] },
  kotlin: { ...slashes, nestedComments: true, strings: [{ ...triple('"'), escape: 'none' }, plain, single] },
  csharp: { ...slashes, strings: [{ ...triple('"'), escape: 'none' }, verbatim('$@"'), verbatim('@$"'), verbatim('@"'), plain, single] },
  go: { ...slashes, strings: [{ open: '`', close: '`', escape: 'none', lines: true }, plain, single] },
  json: { ...slashes, strings: [plain] },
  toml: { lineComments: ['#'], blockComments: [], strings: [triple('"'), { ...triple("'"), escape: 'none' }, plain, { ...single, escape: 'none' }] },
} as const satisfies Record<string, Grammar>;
