import { type Schemas } from '../api/shapes.js';

/** What an editor completes with, as the server tells it. */
export type PolicyLanguage = Schemas['PolicyLanguage'];
