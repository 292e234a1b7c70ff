import { type ChoiceVerdict } from './choice-result.js';
import { type Convention } from './convention.js';
import { shareOfDraws } from './share-of-draws.js';
import { verdict } from './verdict.js';
import { type WeighedOptions } from './weigh-options.js';

/** The verdict on weighed options. `first` is the share of the draws in which each comes first. */
export function verdictOn({ ids, leader, places, dominance, draws }: WeighedOptions, first: readonly number[], convention: Convention): ChoiceVerdict {
  const oftenest = first.reduce((best, share, option) => (share > (first[best] ?? 0) ? option : best), leader);
  const standing = {
    leader: ids[leader] ?? '',
    tiedWith: ids.filter((_, option) => option !== leader && places[option] === 1),
    others: ids.filter((_, option) => option !== leader),
    dominated: dominance.filter(({ dominator }) => dominator === ids[leader]).map(({ dominated }) => dominated),
    acceptability: shareOfDraws(first[leader] ?? 0, draws.draws, 'SMAA first-rank acceptability'),
    oftenest: ids[oftenest] ?? '',
  };
  return verdict(standing, convention);
}
