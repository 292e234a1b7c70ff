import { useEffect, useRef, useState } from 'react';
import { type ProblemError } from '../api/problem-error.js';
import { request } from '../api/request.js';
import { type Schemas } from '../api/shapes.js';

/** Time without a key before the server is asked, in milliseconds. */
const pause = 400;

export type PolicyCheck = Schemas['PolicyCheck'];

/** What the server says of a text while it is typed; absent while that is not known of the text as it is now. */
export function usePolicyCheck(text: string): PolicyCheck | undefined {
  const [answer, setAnswer] = useState<{ readonly text: string; readonly check: PolicyCheck }>();
  const newest = useRef(text);
  newest.current = text;
  useEffect(() => {
    if (text.trim() === '') return undefined;
    const timer = setTimeout(() => {
      request<PolicyCheck>('policies/own/check', { method: 'POST', body: { text } })
        .catch((error: ProblemError): PolicyCheck => ({ problems: [{ file: '', line: 1, column: 1, code: 'refused', message: error.message }], policy: null }))
        .then((check) => (newest.current === text ? setAnswer({ text, check }) : undefined))
        .catch(() => undefined);
    }, pause);
    return () => clearTimeout(timer);
  }, [text]);
  return answer?.text === text ? answer.check : undefined;
}
