import { type Problem } from '../core/inventory/problem.js';

/** Packs that cannot be used, with everything that is wrong with them. */
export class InvalidPackError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ file, line, column, message }) => [file, line, column].filter((part) => part !== undefined).join(':') + `: ${message}`).join('\n'));
    this.name = 'InvalidPackError';
  }
}
