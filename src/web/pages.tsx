import { lazy, Suspense, useEffect, useState } from 'react';
import { request, sessionEvents } from './api/request.js';
import { currentSession, rememberSession, type Session } from './api/session.js';
import { Shell } from './shell.js';
import { SignIn } from './sign-in.js';
import { language } from './words/language.js';

type State = 'looking' | 'out' | 'in' | 'ended';

const Admin = lazy(async () => ({ default: (await import('./admin/admin.js')).DomicileAdmin }));

/** One element for good: rendered anew it would get another router, and what waits for the sign-in would go on in the one before. */
const behind = (
  <Suspense fallback={<Shell />}>
    <Admin />
  </Suspense>
);

/** Sign-in first; what is behind it is loaded then. Where a session ends, sign-in is laid over what is open. */
export function Pages() {
  const [state, setState] = useState<State>('looking');
  const enter = (session: Session): void => {
    const other = currentSession()?.user.id;
    if (other !== undefined && other !== session.user.id) window.location.reload();
    rememberSession(session);
    setState('in');
    sessionEvents.dispatchEvent(new Event('resumed'));
  };
  useEffect(() => {
    document.documentElement.lang = language();
    request<Session>('session').then(enter, () => setState('out'));
    const end = (): void => setState((before) => (before === 'in' ? 'ended' : before));
    sessionEvents.addEventListener('ended', end);
    return () => sessionEvents.removeEventListener('ended', end);
  }, []);
  return (
    <>
      {state === 'in' || state === 'ended' ? behind : null}
      {state === 'out' || state === 'ended' ? <SignIn ended={state === 'ended'} onEnter={enter} /> : null}
    </>
  );
}
