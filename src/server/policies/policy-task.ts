import { type PackReport } from '../../core/evaluation/pack-report.js';
import { type Problem } from '../../core/inventory/problem.js';
import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { type BrokenPack, type OwnPolicyText } from '../../files/compile-own-packs.js';

/** A text that someone writes, and what stands beside it. */
export interface WrittenPolicy {
  readonly text: string;
  /** What is in force of the organisation; the policy of the same id gives way to the text. */
  readonly standing: readonly OwnPolicyText[];
}

/** What a text is, once it compiles. */
export interface CompiledPolicy {
  readonly id: string;
  readonly kind: 'pack' | 'overlay';
  /** The pack, or the one that the overlay changes as it changes it. */
  readonly pack: CompiledPack;
}

export type PolicyTask =
  | { readonly kind: 'compile'; readonly policies: readonly OwnPolicyText[] }
  | ({ readonly kind: 'check' } & WrittenPolicy)
  | ({ readonly kind: 'test' } & WrittenPolicy)
  /** How many tests the rules of shipped packs have. */
  | { readonly kind: 'count' };

export type PolicyAnswer =
  | { readonly kind: 'compile'; readonly packs: readonly { readonly pack: CompiledPack; readonly tests: Readonly<Record<string, number>> }[]; readonly broken: readonly BrokenPack[] }
  | { readonly kind: 'check'; readonly problems: readonly Problem[]; readonly policy?: CompiledPolicy }
  | { readonly kind: 'test'; readonly problems: readonly Problem[]; readonly report?: PackReport }
  | { readonly kind: 'count'; readonly tests: Readonly<Record<string, Readonly<Record<string, number>>>> };
