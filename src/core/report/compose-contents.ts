import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';
import { type ReportBlock } from './report-block.js';

/** Contents, how to read the report, and the record of its changes. */
export function composeContents(context: ReportContext): SectionBody {
  const { meta, result } = context.input;
  const changes = meta.changes ?? [{ version: meta.version, date: result.asOf, what: context.say('changes.first') }];
  const severities = ['critical', 'high', 'medium', 'low', ...(context.findings.some(({ severity }) => severity === 'info') ? (['info'] as const) : [])] as const;
  const blocks: ReportBlock[] = [
    { kind: 'contents' },
    { kind: 'heading', level: 2, id: 'how-to-read', text: context.say('read.title') },
    { kind: 'paragraph', text: context.say('read.text') },
    { kind: 'severityKey', items: severities.map((severity) => ({ severity, word: context.say(`severity.${severity}`), meaning: context.say(`severity.${severity}.meaning`) })) },
    { kind: 'outcomeKey', items: (['pass', 'fail', 'unknown', 'error', 'not-applicable', 'waived'] as const).map((outcome) => ({ outcome, word: context.say(`outcome.${outcome}`), meaning: context.say(`outcome.${outcome}.meaning`) })) },
    { kind: 'heading', level: 2, id: 'changes', text: context.say('changes.title') },
    {
      kind: 'table',
      columns: [
        { title: context.say('changes.version'), share: 2, whole: true },
        { title: context.say('changes.date'), share: 3, whole: true },
        { title: context.say('changes.what'), share: 9 },
      ],
      rows: changes.map(({ version, date, what }) => ({ cells: [{ text: context.show(version, 20) }, { text: context.day(date) }, { text: context.show(what, 400) }] })),
    },
  ];
  return { title: context.say('contents.title'), blocks };
}
