import { existsSync } from 'node:fs';
import { draftCase } from '../core/decision/record/draft-case.js';
import { decideCase } from '../core/decision/record/decide-case.js';
import { openQuestions } from '../core/decision/record/open-questions.js';
import { optionTemplates, type OptionTemplateId } from '../core/decision/record/option-template.js';
import { writeOutput } from '../files/write-output.js';
import { refusal, type CommandOutput } from './command-output.js';
import { yamlText } from './yaml-text.js';

export interface DecideInitOptions {
  /** Where the draft goes; `-` is standard output. */
  readonly path: string;
  /** Templates to draft an option for; all of them where none is named. */
  readonly templates: readonly OptionTemplateId[];
  /** Day, ISO 8601. */
  readonly today: string;
}

const head = [
  '# yaml-language-server: $schema=node_modules/domicile/policies/schemas/decide-case.schema.json',
  "# A draft: it runs as it stands, and what says 'fill in' is unknown until someone writes it. A figure that nobody has stays null, with the",
  "# reason as its source. Values beside a 'fill in' are placeholders. The cost block of an option may be swapped for that of another.",
  '',
].join('\n');

/** `domicile decide --init`: a case that asks for everything it does not know. It never replaces a file. */
export async function decideInitCommand({ path, templates, today }: DecideInitOptions): Promise<CommandOutput> {
  const chosen = optionTemplates.map(({ id }) => id).filter((id) => templates.length === 0 || templates.includes(id));
  if (chosen.includes('hybrid') && chosen.length < 3) return refusal([{ file: path, code: 'usage', message: 'a hybrid is made of two options; name two more templates' }]);
  if (path !== '-' && existsSync(path)) return refusal([{ file: path, code: 'exists', message: 'stands already; edit it, or name another file' }]);
  const draft = draftCase(chosen, today);
  const text = head + yamlText(draft);
  if (path === '-') return { stdout: text, stderr: '', exitCode: 0 };
  await writeOutput(path, text);
  const open = openQuestions(decideCase.parse(draft)).length;
  return { stdout: `${path}: a draft over ${chosen.length} templates; ${open} things to fill in, listed by 'domicile decide ${path}'\n`, stderr: '', exitCode: 0 };
}
