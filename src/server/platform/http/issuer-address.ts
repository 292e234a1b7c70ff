import { z } from 'zod';

/** Address of an issuer of tokens: encrypted, but on this very machine. */
export const issuerAddress = z
  .string()
  .max(300, 'is longer than 300 characters; write the address of an issuer')
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'is not a web address; write https://token.actions.githubusercontent.com')
  .refine((text) => !URL.canParse(text) || new URL(text).protocol === 'https:' || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(text).hostname), 'is not encrypted; write an https:// address')
  .refine((text) => !URL.canParse(text) || new URL(text).href.replace(/\/$/, '') === text.replace(/\/$/, ''), 'holds more than an address; write it as the claim iss has it');
