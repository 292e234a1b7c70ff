import { type SubjectKind } from '../exposure/subject-view.js';
import { type CompiledPack, type CompiledRule, type ParameterValue } from '../policy/compiled-pack.js';
import { type Condition } from './binder.js';
import { type FrameLayout, type Place } from './frame-layout.js';

/** A rule as closures over the frame that all packs of a run share. */
export interface BoundRule {
  readonly rule: CompiledRule;
  readonly pack: CompiledPack;
  readonly params: Readonly<Record<string, ParameterValue>>;
  readonly applies: Condition | undefined;
  /** Whether it can begin or cease to apply because time passes. */
  readonly appliesByTime: boolean;
  readonly check: Condition;
  /** Where the list of a forEach lies, the slot its element is put into, and where the element's key lies. */
  readonly loop: { readonly list: Place; readonly slot: number; readonly key: Place } | undefined;
  /** Paths the rule asks for with has(). */
  readonly asked: readonly string[];
}

/** Packs bound together, so that what several rules read is read once. */
export interface BoundPacks {
  readonly packs: readonly CompiledPack[];
  readonly layout: FrameLayout;
  /** Enabled rules by what they are about, in the order of packs and rules. */
  readonly rules: Readonly<Record<SubjectKind, readonly BoundRule[]>>;
}
