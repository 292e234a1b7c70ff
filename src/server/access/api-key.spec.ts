import { apiKeyDigest, mintApiKey, organisationOfApiKey } from './api-key.js';

describe('an API key', () => {
  const organisation = '01990000-0000-7abc-8def-0123456789ab';

  it('names its organisation and is stored as its digest', () => {
    const { text, digest } = mintApiKey(organisation);
    expect(organisationOfApiKey(text)).toBe(organisation);
    expect(digest.equals(apiKeyDigest(text))).toBe(true);
    expect(digest.toString('utf8')).not.toContain(text);
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 100 }, () => mintApiKey(organisation).text)).size).toBe(100);
  });

  it.each(['', 'dmc__', 'dmc_short_secret', `${'x'.repeat(200)}`])('of another form (%j) names none', (text) => {
    expect(organisationOfApiKey(text)).toBeUndefined();
  });
});
