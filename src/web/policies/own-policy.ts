import { type RowOf, type Schemas } from '../api/shapes.js';

/** A version of a pack or an overlay of the organisation; text and events are there where it is shown alone. */
export type OwnPolicy = RowOf<Schemas['OwnPolicyPage']> & Partial<Pick<Schemas['OwnPolicy'], 'text' | 'events' | 'mayDecide'>>;
