import { hashPassword, verifyPassword } from './password.js';

describe('a password', () => {
  it('fits its own hash only, and no two hashes are alike', async () => {
    const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword('correct horse', one)).toBe(true);
    expect(await verifyPassword('correct horsf', one)).toBe(false);
  });

  it('is the same however its letters are composed', async () => {
    expect(await verifyPassword('u\u0308bung macht', await hashPassword('\u00fcbung macht'))).toBe(true);
  });

  it('fits neither nothing nor a hash of another form', async () => {
    for (const hash of [null, '', '$argon2id$v=19$m=1,t=1,p=1$c2FsdA$a2V5', 'correct horse']) expect(await verifyPassword('correct horse', hash)).toBe(false);
  });
});
