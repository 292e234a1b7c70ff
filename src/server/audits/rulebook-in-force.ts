import { type BorrowedNames } from '../../core/exposure/borrowed-names.js';
import { type Waiver } from '../../core/finding/waiver.js';

/** What an audit would be judged by, as far as it says what a change affects. */
export interface RulebookInForce {
  readonly engine: string;
  readonly packs: Readonly<Record<string, string>>;
  readonly facts: string;
  readonly readsOrganisation: boolean;
  readonly names: BorrowedNames;
  readonly waivers: readonly Waiver[];
}
