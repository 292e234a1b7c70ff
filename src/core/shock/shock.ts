import { type z } from 'zod';
import { shockForm } from './shock-form.js';

/** One change of the world that an organisation cannot rule out. It happens at the instant the audit judges at. */
export const shock = shockForm.meta({ id: 'Shock', title: 'Shock', description: 'A scenario for domicile shock' });
export type Shock = z.infer<typeof shock>;
export type ShockKind = Shock['kind'];
