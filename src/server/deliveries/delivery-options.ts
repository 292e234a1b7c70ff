import { type DeliveryChannels } from '../platform/config/delivery-settings.js';

/** Ways out that this server has; none where none is configured. */
export class DeliveryOptions {
  constructor(readonly channels: DeliveryChannels) {}

  static readonly none: DeliveryChannels = { email: undefined, webhooks: [], folders: [], retrySeconds: [] };
}
