import { type UserView } from './user-shapes.js';
import { type UserEntity } from './user.entity.js';

export function viewOfUser({ id, email, name, roles, state, createdAt }: UserEntity): UserView {
  return { id, email, name, roles, state, createdAt: createdAt.toISOString() };
}
