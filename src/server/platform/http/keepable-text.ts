import { z } from 'zod';

/** A text that PostgreSQL can keep: it has no place for the character U+0000 and for half of a surrogate pair. */
export const keepableText = z.string().refine((text) => !/\0|\p{Surrogate}/u.test(text), 'holds the character U+0000 or half of a surrogate pair; remove it');
