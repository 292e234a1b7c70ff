import { type FactUse, type PathOrigin } from './subject-view.js';

/** A view with where its values come from. Paths are relative to the view and begin with a dot; the empty path is the view itself. */
export interface Resolved<View> {
  readonly view: View;
  /** Worked out when asked for: only findings need them. */
  readonly origins: () => readonly PathOrigin[];
  readonly factUses: readonly FactUse[];
  /** The facts under paths of views that hold this one, kept where several do. */
  readonly grafts?: Map<string, readonly FactUse[]>;
}
