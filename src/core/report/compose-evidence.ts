import { type Evidence } from '../inventory/evidence.js';
import { sha256Of } from '../inventory/sha256-of.js';
import { evidenceManifest } from './evidence-manifest.js';
import { byCodeUnit } from '../inventory/by-code-unit.js';
import { digestLines } from './digest-lines.js';
import { evidenceRegister } from './evidence-register.js';
import { findingEvidence } from './finding-evidence.js';
import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';

/** Above this, only evidence that a finding cites is printed; the attached result holds all of it. */
const mostRows = 600;

/** Every piece of evidence with its source, place, confidence and digest. */
export function composeEvidence(context: ReportContext): SectionBody {
  const evidence = evidenceRegister(context.input);
  const cited = new Set(context.findings.flatMap((finding) => findingEvidence(context.input, finding).map(({ id }) => id)));
  const shown = (evidence.length <= mostRows ? evidence : evidence.filter(({ id }) => cited.has(id))).slice(0, 4 * mostRows);
  if (evidence.length === 0) return { title: context.say('evidence.title'), blocks: [{ kind: 'paragraph', text: context.say('evidence.none') }] };
  const sources = [...new Map(shown.map((item) => [`${item.source}\n${item.sha256}`, item])).values()].sort((a, b) => byCodeUnit(a.source, b.source));
  const numbers = new Map(sources.map((item, index) => [`${item.source}\n${item.sha256}`, `S-${String(index + 1).padStart(2, '0')}`]));
  const blocks: ReportBlock[] = [
    { kind: 'paragraph', text: context.say(shown.length < evidence.length ? 'evidence.textCut' : 'evidence.text', { shown: shown.length, all: evidence.length }) },
    { kind: 'details', items: [{ label: context.say('evidence.manifest'), value: `sha256:${sha256Of(evidenceManifest(context.input))}`, code: true }] },
    { kind: 'heading', level: 2, id: 'sources', text: context.say('evidence.sources') },
    sourceTable(context, sources, numbers),
    { kind: 'heading', level: 2, id: 'evidence-list', text: context.say('evidence.list') },
    evidenceTable(context, shown, numbers),
  ];
  return { title: context.say('evidence.title'), blocks };
}

function sourceTable(context: ReportContext, sources: readonly Evidence[], numbers: ReadonlyMap<string, string>): ReportBlock {
  return {
    kind: 'table',
    columns: [
      { title: context.say('evidence.number'), share: 1, whole: true },
      { title: context.say('evidence.source'), share: 4 },
      { title: context.say('evidence.collector'), share: 2 },
      { title: context.say('evidence.effective'), share: 1.6, whole: true },
      { title: context.say('evidence.digest'), share: 3.6, set: 'code', whole: true },
    ],
    rows: sources.map((item) => {
      const key = `${item.source}\n${item.sha256}`;
      return {
        id: `source/${key}`,
        cells: [{ text: numbers.get(key) ?? '' }, { text: context.show(item.source, 200) }, { text: context.show(item.importer, 60) }, { text: item.effective === undefined ? context.say('value.notStated') : item.effective.slice(0, 10) }, { text: digestLines(context.show(item.sha256, 80)) }],
      };
    }),
    caption: context.say('evidence.sourcesCaption'),
  };
}

function evidenceTable(context: ReportContext, evidence: readonly Evidence[], numbers: ReadonlyMap<string, string>): ReportBlock {
  return {
    kind: 'table',
    columns: [
      { title: context.say('evidence.id'), share: 2, set: 'code', whole: true },
      { title: context.say('evidence.sourceShort'), share: 1.1, whole: true },
      { title: context.say('evidence.locator'), share: 5, set: 'code' },
      { title: context.say('evidence.confidence'), share: 1.8 },
      { title: context.say('evidence.digestStart'), share: 1.8, set: 'code', whole: true },
    ],
    rows: evidence.map((item) => {
      const key = `${item.source}\n${item.sha256}`;
      return {
        id: `evidence/${item.id}`,
        cells: [
          { text: context.show(item.id, 40) },
          { text: numbers.get(key) ?? '', link: `source/${key}` },
          { text: [context.show(item.locator, 200), ...(item.note === undefined ? [] : [context.show(item.note, 160)])].join('\n') },
          { text: context.say(`confidence.${item.confidence}`) },
          { text: item.sha256.slice(0, 12) },
        ],
      };
    }),
    caption: context.say('evidence.caption'),
  };
}
