import { mintToken, organisationOfToken, tokenDigest } from './secret-token.js';

describe('a secret token', () => {
  const organisation = '01990000-0000-7abc-8def-0123456789ab';

  it('names its organisation and is stored as its digest', () => {
    const { text, digest } = mintToken('dmc', organisation);
    expect(organisationOfToken(text)).toBe(organisation);
    expect(digest.equals(tokenDigest(text))).toBe(true);
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 100 }, () => mintToken('dms', organisation).text)).size).toBe(100);
  });

  it.each(['', 'dmc__', 'dmc_short_secret', 'x'.repeat(200)])('of another form (%j) names none', (text) => {
    expect(organisationOfToken(text)).toBeUndefined();
  });
});
