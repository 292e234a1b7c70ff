import { blockDepthOverrun } from './block-depth-overrun.js';
import { depthOverrun } from './depth-overrun.js';

/** Line (from 1) on which a YAML text nests far deeper than so many levels; undefined where it does not. Asked before a parser is given the text: one that runs out of stack can end the process, which no handler catches. */
export function yamlDepthOverrun(text: string, levels: number): number | undefined {
  return depthOverrun(text, levels * 8) ?? blockDepthOverrun(text, levels * 4);
}
