import { source } from 'axe-core';
import { type Page } from 'playwright-core';

interface Shown {
  readonly document: { getAnimations(): readonly { readonly playState: string; readonly effect: { getComputedTiming(): { readonly iterations: number } } }[] };
  readonly axe: { run(options: object): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }> };
}

/** What axe finds against WCAG 2.2 AA on the page once nothing fades in any more, one line a rule. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe, document } = globalThis as unknown as Shown;
    const moves = (): boolean => document.getAnimations().some(({ playState, effect }) => playState === 'running' && effect.getComputedTiming().iterations !== Infinity);
    while (moves()) await new Promise((looked) => setTimeout(looked, 20));
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  });
}
