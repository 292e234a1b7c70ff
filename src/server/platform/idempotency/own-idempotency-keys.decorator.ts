import { SetMetadata } from '@nestjs/common';

export const ownKeysRoute = Symbol('route that makes a job, which its idempotency key finds again');

/** A route that answers the job its key made before, as far as it is by now, rather than the answer of then. */
export const OwnIdempotencyKeys = (): MethodDecorator => SetMetadata(ownKeysRoute, true);
