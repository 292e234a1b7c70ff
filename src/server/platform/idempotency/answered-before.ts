import { type Answer } from './sealed-answer.js';

/** A request that was answered before; nothing is left to do but to answer alike. */
export class AnsweredBefore extends Error {
  constructor(readonly answer: Answer) {
    super('answered before');
  }
}
