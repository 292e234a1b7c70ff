import { wordsFor } from './words/words-for.js';

/** The frame that the screens have, while they are loaded: nothing moves when they come. */
export function Shell() {
  return (
    <div className={isDark() ? 'shell shell-dark' : 'shell'}>
      <div className="shell-bar" />
      <p role="status">{wordsFor().sign_in.loading}</p>
    </div>
  );
}

/** As it was chosen in this browser, else as the browser has it. */
function isDark(): boolean {
  const chosen = localStorage.getItem('RaStore.theme');
  return chosen === null ? window.matchMedia('(prefers-color-scheme: dark)').matches : chosen.includes('dark');
}
