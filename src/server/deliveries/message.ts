import { type Permission } from '../platform/authorization/permission.js';

/** What is delivered, whatever the way. */
export interface Message {
  /** What it tells of, such as `report`; programs branch on it. */
  readonly event: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** The same for programs. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Where it is read on the server, from the root. */
  readonly path?: string;
  readonly report?: { readonly id: string; readonly fileName: string };
  /** Present where the text was deleted since, as it is kept no longer. */
  readonly emptied?: true;
  /** What a person must be allowed to receive it. */
  readonly needs: Permission;
}
