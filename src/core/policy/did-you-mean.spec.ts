import { didYouMean } from './did-you-mean.js';

describe('didYouMean', () => {
  it.each([
    ['procesingCountries', ['storageCountries', 'processingCountries'], "; did you mean 'processingCountries'?"],
    ['filter', ['filters', 'fields'], "; did you mean 'filters'?"],
    ['Flow', ['flow', 'model'], "; did you mean 'flow'?"],
    ['naem', ['name', 'game'], "; did you mean 'name'?"],
    ['x', ['deployment'], ''],
    ['anything', [], ''],
  ])('for %s among %j says %j', (name, candidates, expected) => {
    expect(didYouMean(name, candidates)).toBe(expected);
  });
});
