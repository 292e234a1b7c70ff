import { canonicalJson } from '../inventory/canonical-json.js';
import { type TestsOfRule } from './compiled-pack.js';
import { pageText } from './page-text.js';
import { type RuleTest } from './policy-rule.js';

const order = ['pass', 'fail', 'unknown', 'not-applicable'] as const;

/** The tests of a rule as examples in Markdown, outcome by outcome; nothing where it has none. */
export function ruleExamples(tests: TestsOfRule): string[] {
  if (tests.tests.length === 0) return [];
  const rows = [
    ...order.flatMap((outcome) => tests.tests.filter(({ expect }) => expect === outcome).map((test) => row(outcome, test))),
    ...tests.tests.filter(({ expect }) => typeof expect !== 'string').map((test) => row(perElement(test), test)),
  ];
  return ['Outcomes, by example of its tests:', '', '| outcome | example | starts from | with |', '|---|---|---|---|', ...rows, ''];
}

function row(outcome: string, test: RuleTest): string {
  const changes = [
    ...(test.asOf === undefined ? [] : [`as of ${test.asOf}`]),
    ...(test.patch === undefined ? [] : [code(test.patch)]),
    ...(test.params === undefined ? [] : [`params ${code(test.params)}`]),
  ];
  return `| ${outcome} | ${pageText(test.name)} | ${pageText(test.fixture)} | ${changes.join(', ')} |`;
}

function perElement({ expect }: RuleTest): string {
  return typeof expect === 'string' ? expect : Object.entries(expect).map(([key, outcome]) => `${pageText(key)}: ${outcome}`).join(', ');
}

/** JSON in one line as code; a table cell ends at a bar even inside code, so the bar is escaped. */
function code(value: unknown): string {
  const text = canonicalJson(value).replaceAll('|', '\\|');
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
