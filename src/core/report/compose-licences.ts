import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type LicenceTerms } from '../reference/licence-terms.js';
import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';

/** Licences of the models in use, and the duties each brings. */
export function composeLicences(context: ReportContext): SectionBody {
  const { snapshot, reference } = context.input;
  const used = new Set(context.deployments.flatMap(({ model }) => (model === undefined ? [] : [model])));
  const models = snapshot.models.filter(({ id }) => used.has(id));
  const ids = [...new Set(models.flatMap(({ licence }) => (licence?.expression ?? '').split(/[\s()]+/).filter((word) => word !== '' && !['AND', 'OR', 'WITH'].includes(word))))].sort(byCodeUnit);
  const known = ids.map((id) => ({ id, terms: reference?.licences.get(id) }));
  const blocks: ReportBlock[] = [
    { kind: 'paragraph', text: context.say('licences.text') },
    {
      kind: 'table',
      columns: [
        { title: context.say('licences.licence'), share: 2.4 },
        { title: context.say('licences.models'), share: 2.4 },
        { title: context.say('licences.commercial'), share: 1.6 },
        { title: context.say('licences.limits'), share: 3.4 },
        { title: context.say('licences.duties'), share: 4.4 },
      ],
      rows: known.map(({ id, terms }) => ({
        cells: [
          { text: context.show(terms?.name ?? id.replace('LicenseRef-', ''), 100), strong: true },
          { text: models.filter(({ licence }) => (licence?.expression ?? '').split(/[\s()]+/).includes(id)).map(({ id: model }) => context.nameOfSubject(`model/${model}`)).join(context.say('list.comma')) },
          { text: terms === undefined ? context.say('licences.unknown') : context.say(`commercial.${terms.commercialUse.value}`) },
          { text: terms === undefined ? context.say('licences.noTerms') : (limitsOf(context, terms).join('\n') || context.say('value.none')) },
          { text: terms === undefined ? '–' : (dutiesOf(context, terms).join('\n') || context.say('value.none')) },
        ],
      })),
      caption: context.say('licences.caption'),
    },
  ];
  return { title: context.say('licences.title'), blocks: ids.length === 0 ? [{ kind: 'paragraph', text: context.say('licences.none') }] : blocks };
}

function limitsOf(context: ReportContext, { userCap, territory, fieldOfUse, outputUse }: LicenceTerms): string[] {
  const cite = (clause: string | undefined): string => (clause === undefined ? '' : ` (${context.show(clause, 60)})`);
  return [
    ...(userCap === undefined ? [] : [context.say(userCap.threshold === undefined ? 'licences.capUnknown' : `licences.cap.${userCap.metric}`, userCap.threshold === undefined ? {} : { threshold: userCap.threshold }) + cite(userCap.clause)]),
    ...(territory === undefined ? [] : [context.say('licences.territory', { countries: territory.excludedJurisdictions.map((code) => context.country(code)).join(context.say('list.comma')) }) + cite(territory.clause)]),
    ...((fieldOfUse ?? []).length === 0 ? [] : [context.count('licences.uses', fieldOfUse?.length ?? 0)]),
    context.say(`licences.output.${outputUse.trainOtherModels}`) + cite(outputUse.clause),
  ];
}

function dutiesOf(context: ReportContext, { requiredNotices, namingPrefix, latestVersionDuty }: LicenceTerms): string[] {
  const notices = (requiredNotices ?? []).map(({ kind, wording, when }) => context.say('licences.notice', { kind: context.say(`noticeKind.${kind}`), when: context.say(`noticeWhen.${when}`) }) + (wording === undefined ? '' : ` ${context.say('licences.quoted', { wording: context.show(wording, 400) })}`));
  return [...notices, ...(namingPrefix === undefined ? [] : [context.say('licences.naming', { prefix: context.show(namingPrefix.prefix, 40) })]), ...(latestVersionDuty === true ? [context.say('licences.latest')] : [])];
}
