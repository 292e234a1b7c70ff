import { type UserView } from './user-shapes.js';
import { type UserEntity } from './user.entity.js';

export function viewOfUser({ id, email, name, roles, units, readsOwnOnly, state, createdAt }: UserEntity): UserView {
  return { id, email, name, roles, units, readsOwnOnly, state, createdAt: createdAt.toISOString() };
}
