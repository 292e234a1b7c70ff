import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';
import { type SectionName } from './report-template.js';

/** Where each section answers what others ask for: AI Act Annex IV, EDPB Recommendations 01/2020, the DORA register, a data protection impact assessment. */
const answers: readonly { readonly section: SectionName; readonly annexIv: string; readonly edpb: string; readonly dora: string; readonly dpia: string }[] = [
  { section: 'scope', annexIv: '1', edpb: '1', dora: '–', dpia: '1, 2' },
  { section: 'inventory', annexIv: '1(a)–(h)', edpb: '1', dora: 'B_01.02, B_05.01', dpia: '2' },
  { section: 'flows', annexIv: '2(d)', edpb: '1–3', dora: 'B_02.02', dpia: '2, 4' },
  { section: 'findings', annexIv: '3, 5', edpb: '3, 4', dora: 'B_07.01', dpia: '5' },
  { section: 'controls', annexIv: '2(g), 7', edpb: '4', dora: '–', dpia: '6' },
  { section: 'waivers', annexIv: '5', edpb: '5', dora: '–', dpia: '7' },
  { section: 'lineage', annexIv: '2(a), 2(d)', edpb: '–', dora: '–', dpia: '–' },
  { section: 'licences', annexIv: '2(a)', edpb: '–', dora: '–', dpia: '–' },
  { section: 'options', annexIv: '2(b)', edpb: '4, 5', dora: 'B_07.01', dpia: '4, 6' },
  { section: 'decision', annexIv: '2(b)', edpb: '–', dora: 'B_07.01', dpia: '4' },
  { section: 'shocks', annexIv: '5', edpb: '6', dora: 'B_07.01', dpia: '5' },
  { section: 'sovereignty', annexIv: '–', edpb: '1, 3', dora: '–', dpia: '–' },
  { section: 'limits', annexIv: '3', edpb: '6', dora: '–', dpia: '3' },
  { section: 'sign-off', annexIv: '8', edpb: '5', dora: '–', dpia: '7' },
  { section: 'evidence', annexIv: '2(g)', edpb: '6', dora: '–', dpia: '7' },
];

/** Our sections against those of the frameworks a regulator reads them by. */
export function composeCrosswalk(context: ReportContext, numbers: ReadonlyMap<SectionName, string>): SectionBody {
  return {
    title: context.say('crosswalk.title'),
    blocks: [
      { kind: 'paragraph', text: context.say('crosswalk.text') },
      {
        kind: 'table',
        columns: [
          { title: context.say('crosswalk.section'), share: 4 },
          { title: context.say('crosswalk.annexIv'), share: 2.2 },
          { title: context.say('crosswalk.edpb'), share: 2.2 },
          { title: context.say('crosswalk.dora'), share: 2.4 },
          { title: context.say('crosswalk.dpia'), share: 1.8 },
        ],
        rows: answers
          .filter(({ section }) => numbers.has(section))
          .map(({ section, annexIv, edpb, dora, dpia }) => ({ cells: [{ text: `${numbers.get(section) ?? ''}  ${context.say(`${sectionKey(section)}.title`)}`, link: section }, { text: annexIv }, { text: edpb }, { text: dora }, { text: dpia }] })),
        caption: context.say('crosswalk.caption'),
      },
    ],
  };
}

function sectionKey(section: SectionName): string {
  return section === 'sign-off' ? 'signOff' : section;
}
