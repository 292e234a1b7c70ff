import { type CodeHit, type HitContext } from '../../core/inventory/code-hit.js';
import { type ScannedInventory } from '../scanned-inventory.js';

const apart: readonly HitContext[] = ['comment', 'test', 'documentation', 'generated', 'vendored'];
const nameOf: Readonly<Record<HitContext, string>> = { production: 'production code', comment: 'comments', test: 'tests', documentation: 'documentation and examples', generated: 'generated code', vendored: 'code of others' };

/** What code calls, place by place; apart from it what stands where nothing is called. */
export function codeLines({ hits, files, passedOver }: NonNullable<ScannedInventory['code']>): string[] {
  const of = (context: HitContext): readonly CodeHit[] => hits.filter((hit) => hit.context === context);
  const production = of('production');
  return [
    '',
    `Code (${files} files looked through, ${production.length} places in production code)`,
    ...production.map((hit) => `  ${lineOf(hit)}`),
    ...apart.filter((context) => of(context).length > 0).flatMap((context) => [`  apart, in ${nameOf[context]}: makes no finding`, ...of(context).map((hit) => `    ${lineOf(hit)}`)]),
    ...(passedOver.length > 0 ? [`  not looked into: ${passedOver.slice(0, 5).join(', ')}${passedOver.length > 5 ? ` and ${passedOver.length - 5} more` : ''}`] : []),
  ].map((line) => line.replace(/\p{Cc}/gu, '\u{fffd}'));
}

function lineOf({ file, line, column, kind, name, providers, host, own, basis, note }: CodeHit): string {
  const target = own === true ? 'own network' : (providers?.join(' or ') ?? host ?? 'not known');
  return `${file}:${line}:${column}  ${kind.replaceAll('-', ' ')} ${name} → ${target}${basis === 'hint' ? ' (hint)' : ''}${note === undefined ? '' : `; ${note}`}`;
}
