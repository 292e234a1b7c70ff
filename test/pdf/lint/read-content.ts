const tokens = /<<|>>|\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s/<>[\]()]*|[^\s/<>[\]()]+/g;

export interface ContentReport {
  readonly untaggedTexts: number;
  readonly untaggedDrawings: number;
  readonly missingGlyphs: number;
  readonly unbalanced: boolean;
  /** Vertical places of text that is no artifact, in points from the foot of the page. */
  readonly textHeights: readonly number[];
}

const drawing = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do']);

/** What a page draws, and under which tags. */
export function readContent(content: string): ContentReport {
  const open: ('tagged' | 'artifact' | 'span')[] = [];
  let operands: string[] = [];
  const report = { untaggedTexts: 0, untaggedDrawings: 0, missingGlyphs: 0, unbalanced: false };
  const textHeights: number[] = [];
  let height = 0;
  for (const [token] of content.matchAll(tokens)) {
    if (!isOperator(token)) {
      operands.push(token);
      continue;
    }
    const covered = open.some((kind) => kind !== 'span');
    if (token === 'BDC' || token === 'BMC') open.push(operands[0] === '/Artifact' ? 'artifact' : operands.includes('/MCID') ? 'tagged' : 'span');
    else if (token === 'EMC') report.unbalanced ||= open.pop() === undefined;
    else if (token === 'Tm') height = Number(operands.at(-1));
    else if (token === 'TJ' || token === 'Tj') {
      if (!covered) report.untaggedTexts += 1;
      if (!open.includes('artifact')) textHeights.push(height);
      report.missingGlyphs += operands.flatMap((operand) => (operand.startsWith('<') ? (operand.slice(1, -1).match(/.{4}/g) ?? []) : [])).filter((glyph) => glyph === '0000').length;
    } else if (drawing.has(token) && !covered) report.untaggedDrawings += 1;
    operands = [];
  }
  return { ...report, unbalanced: report.unbalanced || open.length > 0, textHeights };
}

function isOperator(token: string): boolean {
  return /^[A-Za-z'"][A-Za-z0-9*'"]*$/.test(token) && !['true', 'false', 'null'].includes(token);
}
