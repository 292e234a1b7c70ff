import { SetMetadata } from '@nestjs/common';

export const publicRoute = Symbol('route open to all');

/** Opens a route to whoever can reach the server. */
export const Public = (): MethodDecorator => SetMetadata(publicRoute, true);
