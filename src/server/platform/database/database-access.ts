/** How the server reaches its database: as the owner of the tables for migrations only, as a login without rights of its own for everything else. */
export interface DatabaseAccess {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** Role that carries the rights of the application; it owns nothing and row-level security holds for it. */
export const appRole = 'app_rw';
