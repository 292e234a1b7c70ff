import { type ReferenceFacts } from '../reference/reference-facts.js';

/** Names in the reference facts through which a subject can reach a record of the inventory that no record names. */
export interface BorrowedNames {
  /** Models that the catalogue names as bases and generators. */
  readonly models: ReadonlySet<string>;
  /** Providers that the catalogue names as makers of models. */
  readonly providers: ReadonlySet<string>;
}

export function borrowedNames({ models }: ReferenceFacts): BorrowedNames {
  const facts = [...models.values()];
  const bases = facts.flatMap(({ baseModels = [], variants = [] }) => [...baseModels, ...variants.flatMap((variant) => variant.baseModels ?? [])]);
  return {
    models: new Set([...bases.map(({ model }) => model), ...facts.flatMap(({ syntheticData = [] }) => syntheticData.flatMap(({ generator, generatorModel }) => [generator, ...(generatorModel === undefined ? [] : [generatorModel])]))]),
    providers: new Set(facts.flatMap(({ provider }) => (provider === undefined ? [] : [provider]))),
  };
}
