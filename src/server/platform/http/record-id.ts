import { z } from 'zod';

/** Id of a record in a path. */
export const recordId = z.uuid('is not a UUID; write the id as it was answered').describe('id of the record');
