import fc from 'fast-check';
import { matchesHost } from './matches-host.js';

describe('a host pattern', () => {
  it.each([
    ['api.openai.com', 'api.openai.com', true],
    ['api.openai.com', 'xapi.openai.com', false],
    ['*.openai.azure.com', 'contoso.openai.azure.com', true],
    ['*.openai.azure.com', '.openai.azure.com', false],
    ['bedrock-runtime.*.amazonaws.com', 'bedrock-runtime.eu-west-1.amazonaws.com', true],
    ['bedrock-runtime.*.amazonaws.com', 'bedrock-runtime.amazonaws.com', false],
    ['a*b*c', 'aXbYc', true],
    ['a*b*c', 'abc', false],
  ])('%s against %s: %s', (pattern, host, expected) => {
    expect(matchesHost(pattern, host)).toBe(expected);
  });

  it('means the same as the regular expression with .+ for every star', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 6 }).filter((value) => !value.includes('**'));
    fc.assert(
      fc.property(pattern, text, (wanted, host) => {
        const expression = new RegExp(`^${wanted.replaceAll('.', '\\.').replaceAll('*', '.+')}$`);
        expect(matchesHost(wanted, host)).toBe(expression.test(host));
      }),
      { numRuns: 2_000 },
    );
  });

  it('answers at once on a hostile pattern', () => {
    expect(matchesHost(`${'a*'.repeat(100)}b`, 'a'.repeat(2_000))).toBe(false);
  });
});
