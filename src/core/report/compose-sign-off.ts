import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';

const roles = ['lead', 'reviewer', 'risk-owner'] as const;

/** Who stands by the report, and how anyone can check that it is unchanged. */
export function composeSignOff(context: ReportContext): SectionBody {
  const { meta } = context.input;
  const parties = roles.map((role) => {
    const party = meta.signOffs?.find((signOff) => signOff.role === role);
    return {
      role: context.say(`role.${role}`),
      statement: party?.statement === undefined ? context.say(`role.${role}.statement`) : context.show(party.statement, 300),
      name: party === undefined ? context.say('value.notSigned') : context.show(party.name, 80),
      date: party === undefined ? '' : context.day(party.date),
    };
  });
  const missing = parties.filter((_, index) => !meta.signOffs?.some(({ role }) => role === roles[index])).length;
  const blocks: ReportBlock[] = [
    { kind: 'paragraph', text: missing === 0 ? context.say('signOff.complete') : context.count('signOff.missing', missing) },
    { kind: 'signOff', parties },
    {
      kind: 'commands',
      title: context.say('signOff.verify'),
      text: context.say('signOff.verifyText'),
      lines: ['domicile verify report.pdf', 'pdfdetach -savefile audit-result.json report.pdf', 'sha256sum audit-result.json'],
    },
  ];
  return { title: context.say('signOff.title'), blocks };
}
