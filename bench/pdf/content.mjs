import { createHash } from 'node:crypto';

const words = 'The provider processes prompts of policyholders in a region of the European Economic Area and keeps them for thirty days; a transfer tool is shown where the law of a third country can reach them, and the register names who vouches for it, since when, and with which evidence'.split(' ');

/** Different in every paragraph, so that nobody gains by remembering whole sentences. */
function sentence(seed, length) {
  return Array.from({ length }, (_, at) => words[(seed * 7 + at * (1 + (seed % 5))) % words.length]).join(' ');
}

export const columns = [
  { title: 'Id', width: 70, share: 10, mono: true },
  { title: 'Deployment', width: 100, share: 14 },
  { title: 'Statement', width: 149, share: 22 },
  { title: 'Date', width: 60, share: 9 },
  { title: 'Digest', width: 100, share: 14, mono: true },
];

/** `sections` times a heading, three paragraphs and a table of 45 rows × 5 cells; every digest occurs once. */
export function content(sections) {
  return Array.from({ length: sections }, (_, section) => ({
    title: `Section ${section + 1} of the register`,
    paragraphs: [60, 75, 50].map((length, at) => `${sentence(section * 3 + at, length)}.`),
    rows: Array.from({ length: 45 }, (_, at) => {
      const row = section * 45 + at;
      const digest = createHash('sha256').update(String(row)).digest('hex');
      return [`ev-${digest.slice(0, 10)}`, `Deployment ${(row % 97) + 1}`, sentence(row, 9), `2026-${String((row % 12) + 1).padStart(2, '0')}-${String((row % 28) + 1).padStart(2, '0')}`, digest.slice(20, 40)];
    }),
  }));
}
