import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { request, type RequestOptions } from '../api/request.js';

/** Asks the API for a change; tells what it refuses, and shows what has come of it. */
export function useAct(): { readonly busy: boolean; readonly act: <Answer>(path: string, options: RequestOptions) => Promise<Answer | undefined> } {
  const [busy, setBusy] = useState(false);
  const notify = useNotify();
  const refresh = useRefresh();
  const act = async <Answer>(path: string, options: RequestOptions): Promise<Answer | undefined> => {
    setBusy(true);
    try {
      return await request<Answer>(path, options);
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error', autoHideDuration: 10_000, messageArgs: { _: String((error as Error).message) } });
      return undefined;
    } finally {
      setBusy(false);
      refresh();
    }
  };
  return { busy, act };
}
