import { type Schemas } from '../api/shapes.js';

/** Something that keeps a text from compiling, at its line and column. */
export type PolicyProblem = Schemas['PolicyCheck']['problems'][number];
