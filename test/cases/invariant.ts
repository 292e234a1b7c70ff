/** The twenty invariants of the decision engine, by number. */
const sentences = [
  'A dearer machine or more staff never brings break-even forward, a dearer API never puts it off',
  'Break-even is infinite exactly where the API costs no more than running, and scaling all money changes nothing',
  'The cumulative curves cross exactly at the break-even month',
  'The net present value at rate 0 is the plain sum',
  'A blended price lies between the input and the output price',
  'A currency round trip changes nothing',
  'Memory never shrinks with parameters, bits, context or concurrency, and the cache is constant above the window',
  'A mixture keeps at least as many parameters as it uses',
  'A measured rate above the bound is rejected',
  'More accelerators never make a fitting model unfit',
  'A dominated option never ranks above its dominator',
  'Adding, removing, copying or reordering options leaves every pair as it was',
  'Permuting criteria, scaling weights or an affine change of unit and anchors changes nothing',
  'Improving a score never lowers a rank',
  "The winner's weight lies in its own stability interval, and at an interior end the winner ties",
  'Acceptabilities of an option sum to 1, that of a dominated one is 0 and it has no central weights',
  'The same seed gives identical bytes, within three standard errors of the exact geometry',
  'Unknown on a hard rule never admits an option, and adding a rule never admits one',
  'Perfect information is never worth less than nothing',
  'A consistent matrix of judgements has a consistency ratio of 0',
] as const;

/** Title of a test for an invariant; `part` says which part of it where it takes several tests. */
export const invariant = (number: number, part?: string): string => `invariant ${number}: ${sentences[number - 1] ?? ''}${part === undefined ? '' : ` (${part})`}`;

export const invariantCount = sentences.length;
