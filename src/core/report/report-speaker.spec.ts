import { createSpeaker } from './report-speaker.js';

const words = {
  'number.group': ',', 'number.point': '.', 'date.day': '{day} {month} {year}', 'month.11': 'November', 'text.cut': '(cut: {count})',
  hello: 'Hello {name}', 'flow.one': '{count} flow', 'flow.other': '{count} flows', odd: '深',
};
const speaker = createSpeaker(words, (codePoint) => codePoint < 0x2100);

describe('a speaker', () => {
  it('fills placeholders and never reads a value as wording', () => {
    expect(speaker.say('hello', { name: '{name} $&' })).toBe('Hello {name} $&');
  });

  it('chooses between one and many', () => {
    expect([speaker.count('flow', 1), speaker.count('flow', 0), speaker.count('flow', 12_345)]).toEqual(['1 flow', '0 flows', '12,345 flows']);
  });

  it('writes numbers and days in the manner of its language', () => {
    expect([speaker.number(1234567.5), speaker.number(-3), speaker.day('2026-11-23T22:00:00Z'), speaker.day('soon')]).toEqual(['1,234,567.5', '−3', '23 November 2026', 'soon']);
  });

  it('refuses a missing key, a missing value and a character without glyph in the wording', () => {
    expect(() => speaker.say('nothing')).toThrow("The wording has no key 'nothing'");
    expect(() => speaker.say('toString')).toThrow("The wording has no key 'toString'");
    expect(() => speaker.say('hello')).toThrow("The wording of 'hello' asks for 'name'");
    expect(() => speaker.say('odd')).toThrow("The wording of 'odd' holds U+6DF1");
  });

  it('tells what it could not print and what it cut', () => {
    const fresh = createSpeaker(words, (codePoint) => codePoint < 0x2100);
    expect(fresh.show('深')).toBe('⟦U+6DF1⟧');
    expect(fresh.show('a long story', 6)).toBe('a long … (cut: 6)');
    expect(fresh.unprintable).toEqual([{ name: 'U+6DF1', times: 1 }]);
    expect(fresh.problems.map(({ code }) => code)).toEqual(['character-not-in-fonts', 'text-cut']);
  });
});
