import { z } from 'zod';

const name = z.string().min(1).max(300);
const anything = z.unknown();
const fallbacks = z.array(z.record(name, z.array(z.union([name, z.looseObject({ model: name })])).max(100))).max(500);
const names = z.union([name.transform((one) => [one]), z.array(name).max(100)]);

const settings = z
  .looseObject({
    fallbacks: fallbacks.nullish(),
    context_window_fallbacks: fallbacks.nullish(),
    content_policy_fallbacks: fallbacks.nullish(),
    default_fallbacks: names.nullish(),
    callbacks: names.nullish(),
    success_callback: names.nullish(),
    failure_callback: names.nullish(),
    langfuse_host: name.nullish(),
    model_group_alias: z.record(name, z.union([name, z.looseObject({ model: name })])).nullish(),
  })
  .nullish();

/** The parts of a LiteLLM proxy configuration that decide where requests go; everything else is let through unread. */
export const gatewayConfig = z.looseObject({
  include: names.nullish(),
  model_list: z
    .array(
      z.looseObject({
        model_name: name,
        litellm_params: z.looseObject({
          model: name,
          api_base: z.string().max(2_000).nullish(),
          api_key: anything.optional(),
          region_name: name.nullish(),
          aws_region_name: name.nullish(),
          vertex_location: name.nullish(),
        }),
      }),
    )
    .max(5_000)
    .nullish(),
  litellm_settings: settings,
  router_settings: settings,
  environment_variables: z.record(z.string(), anything).nullish(),
});
export type GatewayConfig = z.infer<typeof gatewayConfig>;
