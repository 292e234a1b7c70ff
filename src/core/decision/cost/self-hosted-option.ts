import { z } from 'zod';
import { estimateOf } from './estimate-of.js';
import { optionBasics } from './option-basics.js';

const purchase = z.strictObject({
  kind: z.literal('purchase'),
  pricePerGpu: estimateOf.money('/GPU'),
  /** Everything else bought with each instance: chassis, processors, memory, disks. */
  server: estimateOf.money('/instance'),
  /** Instances that stand there already and need not be bought; after `life` months from today they are replaced like the others. */
  ownedInstances: estimateOf.single('instances').optional(),
  network: estimateOf.money(''),
  installation: estimateOf.money(''),
  /** After this time the hardware is bought again. */
  life: estimateOf.whole('months', 240),
  /** What the hardware still fetches at the end of the horizon. */
  resale: estimateOf.money('').optional(),
});

const rent = z.strictObject({
  kind: z.literal('rent'),
  pricePerGpuHour: estimateOf.money('/GPU-hour'),
  /** Hours paid per month, busy or not. */
  paidHours: estimateOf.plain('hours/month'),
});

const lease = z.strictObject({ kind: z.literal('lease'), pricePerInstance: estimateOf.money('/instance-month') });

/** Open weights run by the organisation itself, on bought or rented machines. */
export const selfHostedOption = z.strictObject({
  kind: z.literal('self-hosted'),
  ...optionBasics,
  acquisition: z.discriminatedUnion('kind', [purchase, rent, lease]),
  gpusPerInstance: estimateOf.whole('GPU', 4096),
  throughput: estimateOf.positive('tokens/s'),
  /** Which tokens the throughput counts. */
  throughputCounts: z.enum(['all tokens', 'output tokens']),
  /** Share of the throughput that can be planned with. */
  utilisation: estimateOf.ratio().refine((of) => of.value === null || (Number(of.value) > 0 && Number(of.low ?? of.value) > 0), 'utilisation must be above zero; write 0.7 for 70 %'),
  /** One more instance than the demand needs, so that one may fail. */
  spareInstance: z.boolean(),
  /** Left out where the rent includes power. */
  energy: z
    .strictObject({
      loadPower: estimateOf.plain('kW/GPU'),
      idlePower: estimateOf.plain('kW/GPU'),
      serverPower: estimateOf.plain('kW/instance').optional(),
      pue: estimateOf.atLeastOne('ratio'),
      tariff: estimateOf.money('/kWh'),
    })
    .optional(),
});
export type SelfHostedOption = z.infer<typeof selfHostedOption>;
