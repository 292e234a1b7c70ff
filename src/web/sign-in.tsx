import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { ProblemError } from './api/problem-error.js';
import { request } from './api/request.js';
import { type Session } from './api/session.js';
import { type Schemas } from './api/shapes.js';
import { wordsFor } from './words/words-for.js';

/** Asks for the password or leads to the identity provider; over a session that has ended, the provider opens beside the screen, whose forms stay. */
export function SignIn({ ended, onEnter }: { readonly ended: boolean; readonly onEnter: (session: Session) => void }) {
  const words = wordsFor().sign_in;
  const [oidc, setOidc] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [title, email, password] = [useId(), useId(), useId()];
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    request<Schemas['SignInWays']>('session/ways').then((ways) => setOidc(ways.oidc), () => undefined);
    if (ended) dialog.current?.showModal();
  }, [ended]);
  useEffect(() => {
    if (!ended) return undefined;
    const look = (): void => void request<Session>('session').then(onEnter, () => undefined);
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [ended, onEnter]);
  const signIn = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(undefined);
    try {
      onEnter(await request<Session>('session', { method: 'POST', body: { email: form.get('email'), password: form.get('password') } }));
    } catch (error) {
      setProblem(error instanceof ProblemError ? (error.document.detail ?? words.no_answer) : words.no_answer);
    } finally {
      setBusy(false);
    }
  };
  const form = (
    <form className="sign-in-card" onSubmit={(event) => void signIn(event)} aria-labelledby={title}>
      <img src={new URL('./icon.svg', import.meta.url).href} alt="" width="44" height="44" />
      <h1 id={title}>{ended ? words.again : words.title}</h1>
      <p className="sign-in-lead">{ended ? words.again_lead : words.lead}</p>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      <label htmlFor={email}>{words.email}</label>
      <input id={email} name="email" type="email" autoComplete="username" required autoFocus />
      <label htmlFor={password}>{words.password}</label>
      <input id={password} name="password" type="password" autoComplete="current-password" required />
      <button type="submit" disabled={busy}>{busy ? words.busy : words.submit}</button>
      {oidc ? <a href="/api/v1/session/oidc" {...(ended ? { target: '_blank' } : {})}>{words.oidc}</a> : null}
      <p className="sign-in-hint">{words.hint}</p>
    </form>
  );
  return ended ? (
    <dialog ref={dialog} aria-labelledby={title} onCancel={(event) => event.preventDefault()}>
      {form}
    </dialog>
  ) : (
    <main className="sign-in">{form}</main>
  );
}
