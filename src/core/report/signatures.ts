import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { signOffRoles } from './report-meta.js';

/** A line to sign on for each of the three, with what they state. */
export function signatures(context: ReportContext): ReportBlock {
  const { signOffs = [] } = context.input.meta;
  const parties = signOffRoles.map((role) => {
    const party = signOffs.find((signOff) => signOff.role === role);
    return {
      role: context.say(`role.${role}`),
      statement: party?.statement === undefined ? context.say(`role.${role}.statement`) : context.show(party.statement, 300),
      name: party === undefined ? context.say('value.notSigned') : context.show(party.name, 80),
      date: party === undefined ? '' : context.day(party.date),
    };
  });
  return { kind: 'signOff', parties };
}
