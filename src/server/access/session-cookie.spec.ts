import { csrfToken, readCookie, sessionCookie, setCookie } from './session-cookie.js';

describe('the session cookie', () => {
  it('is bound to the host over TLS', () => {
    const cookie = sessionCookie('https://domicile.example.org');
    expect(setCookie(cookie, 'v', 60)).toBe('__Host-domicile=v; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure');
  });

  it('works over plain HTTP on one machine', () => {
    expect(setCookie(sessionCookie(undefined), 'v', 0)).toBe('domicile=v; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
  });

  it.each([
    [undefined, undefined],
    ['', undefined],
    ['domicile=a; other=b', 'a'],
    ['other=b;domicile=a=b', 'a=b'],
    ['xdomicile=a', undefined],
  ])('is read from %j', (header, expected) => {
    expect(readCookie(header, sessionCookie(undefined))).toBe(expected);
  });

  it('gives each session its own CSRF token, which is not the session', () => {
    expect(csrfToken('a')).not.toBe(csrfToken('b'));
    expect(csrfToken('a')).toHaveLength(43);
  });
});
