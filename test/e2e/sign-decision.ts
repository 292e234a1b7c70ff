import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { type Browser } from './browser.js';

interface Made {
  readonly id: string;
  readonly version: number;
  readonly options: readonly { readonly id: string; readonly state: string }[];
}

/** The worked example as a decision that one person drafted and another approved and signed. @returns its id */
export async function signDecision(author: Browser, approver: Browser, deployment?: string): Promise<string> {
  const { approval: _approval, decision: _decision, ...given } = parse(readFileSync('examples/decisions/open-wins.yaml', 'utf8')) as Record<string, unknown>;
  const step = async (who: Browser, path: string, version: number, body: object): Promise<Made> => {
    const { status, text } = await who.call('post', `/api/v1/decisions${path}`).set('if-match', `"${version}"`).send(body);
    if (status >= 300) throw new Error(`${path}: ${text}`);
    return JSON.parse(text) as Made;
  };
  const drafted = await step(author, '', 0, { text: stringify({ ...given, deployment }) });
  const submitted = await step(author, `/${drafted.id}/submit`, drafted.version, {});
  const approved = await step(approver, `/${drafted.id}/approve`, submitted.version, { remark: 'as agreed' });
  const option = approved.options.find(({ state }) => state === 'admissible')?.id;
  await step(approver, `/${drafted.id}/sign-off`, approved.version, { option, because: 'leads by far' });
  return drafted.id;
}
