import { LineCounter, parseDocument } from 'yaml';
import { type Problem } from '../core/inventory/problem.js';
import { yamlDepthOverrun } from '../core/inventory/yaml-depth-overrun.js';
import { type PositionLookup } from '../core/policy/source-position.js';
import { packPositions } from './pack-positions.js';

export interface PackDocument {
  readonly document: unknown;
  readonly positions: PositionLookup;
  readonly problems: readonly Problem[];
}

const maxCharacters = 2 * 1024 * 1024;
const mostLevels = 64;
const mostErrors = 20;

/** One YAML file of a pack as plain data, with the places of its values. Aliases are refused, so that a small file cannot grow. */
export function parsePackFile(file: string, text: string): PackDocument {
  const failed = (problems: readonly Problem[]): PackDocument => ({ document: undefined, positions: () => ({ file, line: 1, column: 1 }), problems });
  if (text.length > maxCharacters) return failed([{ file, code: 'too-large', message: `more than ${maxCharacters} characters; split the pack` }]);
  const deep = yamlDepthOverrun(text, mostLevels);
  if (deep !== undefined) return failed([{ ...tooDeep(file), line: deep, column: 1 }]);
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, stringKeys: true, prettyErrors: false });
    const positions = packPositions(file, text, document, lines);
    if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return failed([tooDeep(file)]);
    if (document.errors.length > 0) {
      return failed(document.errors.slice(0, mostErrors).map(({ pos, message }) => ({ file, line: lines.linePos(pos[0]).line, column: lines.linePos(pos[0]).col, code: 'yaml-syntax', message: `${message}; correct the YAML here` })));
    }
    return { document: document.toJS({ maxAliasCount: 0 }) as unknown, positions, problems: [] };
  } catch (error) {
    if (error instanceof RangeError) return failed([tooDeep(file)]);
    return failed([{ file, code: 'yaml-alias', message: 'aliases are not allowed here; write the value out where it is meant' }]);
  }
}

function tooDeep(file: string): Problem {
  return { file, code: 'too-deep', message: 'the document nests too deeply; write it flatter' };
}
