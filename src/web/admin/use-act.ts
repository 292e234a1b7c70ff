import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { ProblemError } from '../api/problem-error.js';
import { request, type RequestOptions } from '../api/request.js';

interface Acting {
  readonly busy: boolean;
  /** What the API refused last; undefined once it has done something. */
  readonly problem: ProblemError | undefined;
  readonly act: <Answer>(path: string, options: RequestOptions) => Promise<Answer | undefined>;
}

/** Asks the API for a change; tells what it refuses, and shows what has come of it. @param tells false where the screen shows `problem` itself */
export function useAct(tells = true): Acting {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemError>();
  const notify = useNotify();
  const refresh = useRefresh();
  const act = async <Answer>(path: string, options: RequestOptions): Promise<Answer | undefined> => {
    setBusy(true);
    setProblem(undefined);
    try {
      return await request<Answer>(path, options);
    } catch (error) {
      const { message } = error as Error;
      if (!tells && error instanceof ProblemError) setProblem(error);
      else notify(message, { type: 'error', autoHideDuration: 10_000, messageArgs: { _: message } });
      return undefined;
    } finally {
      setBusy(false);
      refresh();
    }
  };
  return { busy, problem, act };
}
