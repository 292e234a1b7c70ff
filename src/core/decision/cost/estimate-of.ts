import { z } from 'zod';
import { estimate, type Estimate } from './estimate.js';

const bounds = (of: Estimate): readonly number[] => [of.value, of.low, of.high].flatMap((number) => (number == null ? [] : [Number(number)]));

/** One schema per kind and unit, so that a JSON Schema can name it once and refer to it. */
const once = (make: (unit: string) => ReturnType<typeof estimate>): ((unit: string) => ReturnType<typeof estimate>) => {
  const made = new Map<string, ReturnType<typeof estimate>>();
  return (unit) => {
    const schema = made.get(unit) ?? make(unit);
    made.set(unit, schema);
    return schema;
  };
};

const plain = once((unit) => estimate(z.literal(unit)));
const money = once((per) => estimate(z.string().max(40).regex(new RegExp(`^[A-Z]{3}${per}$`), `the unit is a currency code${per === '' ? '' : ` and ${per}`}, such as EUR${per}`)));
const single = once((unit) =>
  plain(unit).refine((of) => of.value !== null && of.low === undefined && of.high === undefined, 'this figure takes exactly one value; write it and leave out low and high'),
);
const share = once((unit) => plain(unit).refine((of) => bounds(of).every((number) => number <= 1), 'a share lies between 0 and 1; write 0.7 for 70 %'));

/** The estimates a cost case is made of, each with the one unit it is written in. Money units begin with an ISO 4217 code. */
export const estimateOf = {
  plain,
  money,
  single,
  ratio: () => share('ratio'),
  positive: once((unit) => plain(unit).refine((of) => bounds(of).every((number) => number > 0), 'the figure must be above zero')),
  atLeastOne: once((unit) => plain(unit).refine((of) => bounds(of).every((number) => number >= 1), 'the figure is at least 1')),
  whole: (unit: string, most: number) =>
    single(unit).refine((of) => Number.isInteger(Number(of.value)) && Number(of.value) >= 1 && Number(of.value) <= most, `the figure is a whole number from 1 to ${most}`),
} as const;
