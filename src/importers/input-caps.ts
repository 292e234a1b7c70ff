/** What a text file may hold before it is refused. */
export const inputCaps = {
  bytes: 32 * 1024 * 1024,
  /** Levels of nesting. */
  depth: 64,
  aliases: 100,
  /** Empty lines that follow one another. */
  blankLines: 10_000,
  documents: 1_000,
  /** Documents of a file of JSON Lines. */
  jsonLines: 20_000,
  forbiddenKeys: new Set(['__proto__', 'constructor', 'prototype']) as ReadonlySet<string>,
} as const;
