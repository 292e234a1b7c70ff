import { type Figure } from '../cost/figure-schema.js';
import { type ChoiceVerdict, type WaiverSet } from './choice-result.js';
import { type Convention } from './convention.js';

interface Standing {
  readonly leader: string;
  readonly tiedWith: readonly string[];
  readonly others: readonly string[];
  readonly dominated: readonly string[];
  readonly acceptability: Figure;
  /** The option that comes first in most draws. */
  readonly oftenest: string;
}

const shareOf = ({ value }: Figure): string => `${Math.round((value ?? 0) * 1000) / 10} %`;

function wordFor({ tiedWith, others, dominated, acceptability }: Standing, { robust, leaning }: Convention): ChoiceVerdict['word'] {
  if (tiedWith.length > 0) return 'contested';
  if (others.every((option) => dominated.includes(option))) return 'dominant';
  const share = acceptability.value ?? 0;
  return share >= robust ? 'robust' : share >= leaning ? 'leaning' : 'contested';
}

function sentenceFor(word: ChoiceVerdict['word'], { leader, tiedWith, others, acceptability, oftenest }: Standing): string {
  if (tiedWith.length > 0) return `${[leader, ...tiedWith].join(' and ')} tie: the values given do not tell them apart.`;
  if (others.length === 0) return `${leader} is the only admissible option, so nothing is weighed.`;
  if (word === 'dominant') return `${leader} is at least as good as every other admissible option on every criterion, so the weights do not matter.`;
  const elsewhere = oftenest === leader ? '' : ` ${oftenest} comes first in more of them.`;
  if (word === 'contested') return `${leader} leads at the agreed weights but comes first in only ${shareOf(acceptability)} of the draws: your weights decide.${elsewhere}`;
  return `${leader} leads at the agreed weights and comes first in ${shareOf(acceptability)} of the draws.${elsewhere}`;
}

/** Says how firm the lead is, in the words of the convention. */
export function verdict(standing: Standing, convention: Convention): ChoiceVerdict {
  const word = wordFor(standing, convention);
  return { word, option: standing.leader, tiedWith: standing.tiedWith, acceptability: standing.acceptability, sentence: sentenceFor(word, standing), convention };
}

/** The verdict where nothing is admissible: it names what would have to be waived and relaxes nothing. */
export function noVerdict(waivers: readonly WaiverSet[], convention: Convention): ChoiceVerdict {
  const [smallest] = waivers;
  const way =
    smallest === undefined
      ? 'and no waiver would change that'
      : `; the smallest set of rules whose waiver would admit one is ${smallest.rules.join(' and ')}, which admits ${smallest.admits.join(', ')}`;
  return { word: 'none', option: null, tiedWith: [], acceptability: null, sentence: `No option is admissible${smallest === undefined ? ', ' : ''}${way}.`, convention };
}
