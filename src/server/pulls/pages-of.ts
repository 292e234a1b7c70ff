import { gapOf } from './gap-of.js';
import { type PullGap } from './pull-source.js';

export interface OnePage<Page> {
  readonly kind: 'page';
  readonly page: Page;
}

interface Paging<Page> {
  /** What is listed, such as `the registered models`. */
  readonly what: string;
  readonly most: number;
  /** Asks for the first page, or for the one that a page before named. */
  readonly ask: (token: string | undefined) => Promise<{ readonly page: Page; readonly next: string | undefined }>;
}

/** Follows a list to its end; where it breaks off or is cut, the rest of it is a gap. */
export async function* pagesOf<Page>({ what, most, ask }: Paging<Page>): AsyncGenerator<OnePage<Page> | PullGap> {
  const seen = new Set<string>();
  let token: string | undefined;
  for (let read = 0; read < most; read++) {
    let answer;
    try {
      answer = await ask(token);
    } catch (error) {
      yield gapOf(error, read === 0 ? what : `the rest of ${what}`);
      return;
    }
    yield { kind: 'page', page: answer.page };
    token = answer.next;
    if (token === undefined || token === '') return;
    if (seen.has(token)) {
      yield { kind: 'gap', code: 'cut', what: `the rest of ${what}`, message: `the list of ${what} leads in a circle after ${read + 1} pages; look into the log of the system` };
      return;
    }
    seen.add(token);
  }
  yield { kind: 'gap', code: 'cut', what: `the rest of ${what}`, message: `the list of ${what} goes on after ${most} pages; narrow what the connection pulls, or raise mostPages` };
}
