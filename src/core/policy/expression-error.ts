import { type Span } from './expression.js';

/** A fault in an expression, with its place in the source. */
export class ExpressionError extends Error {
  constructor(
    message: string,
    readonly span: Span,
    readonly code: string = 'expression',
  ) {
    super(message);
    this.name = 'ExpressionError';
  }
}
