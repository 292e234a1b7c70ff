import { useState } from 'react';
import { useNotify } from 'react-admin';
import { request, type RequestOptions } from '../api/request.js';

/** Asks the API for something that changes nothing, and tells what it refuses. */
export function useAsk(): { readonly busy: boolean; readonly ask: <Answer>(path: string, options?: RequestOptions) => Promise<Answer | undefined> } {
  const [busy, setBusy] = useState(false);
  const notify = useNotify();
  const ask = async <Answer>(path: string, options: RequestOptions = {}): Promise<Answer | undefined> => {
    setBusy(true);
    try {
      return await request<Answer>(path, options);
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error', autoHideDuration: 10_000, messageArgs: { _: String((error as Error).message) } });
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, ask };
}
