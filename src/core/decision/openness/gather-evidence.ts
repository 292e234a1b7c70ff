import { type ComponentEvidence } from './component-evidence.js';
import { likelyLicenceId } from './likely-licence-id.js';
import { type OpennessRecord } from './openness-record.js';
import { type FrameworkComponent, type OpennessRules } from './openness-rules.js';

type Stated = NonNullable<OpennessRecord['release']['components']>[number];
type Resolved = Pick<ComponentEvidence, 'licence' | 'licenceFrom'>;

export interface GatheredEvidence {
  /** One entry per component of the framework, in its order. */
  readonly components: readonly ComponentEvidence[];
  readonly warnings: readonly string[];
}

/** Resolves each component's licence (its own, else that of its type, else that of the distribution) and judges it by the lists. */
export function gatherEvidence(record: OpennessRecord, { components: table, licences }: OpennessRules): GatheredEvidence {
  const { stated, warnings } = statedComponents(record, table.components);
  const { osiApproved, fsfLibre, openData, openModel } = licences.open;
  const osi = new Set(osiApproved);
  const open = new Set([...osiApproved, ...fsfLibre, ...openData, ...openModel]);
  const components = table.components.map((component): ComponentEvidence => {
    const found = stated.get(component.name);
    if (found === undefined) return { component, state: 'missing', osiApproved: false, suitsType: false };
    const { licence, licenceFrom } = resolveLicence(found, component, record);
    const likely = licence === undefined || open.has(licence) ? undefined : likelyLicenceId(licence, open);
    return {
      component,
      state: licence === undefined ? 'unlicensed' : open.has(licence) ? 'open' : 'not-open',
      ...(licence === undefined ? {} : { licence }),
      ...(licenceFrom === undefined ? {} : { licenceFrom }),
      osiApproved: licence !== undefined && osi.has(licence),
      suitsType: licence !== undefined && open.has(licence) && licences.suits[component.type].includes(licence),
      ...(likely === undefined ? {} : { likelyLicence: likely }),
      ...(isPath(found.component_path) ? { location: found.component_path } : {}),
      ...(isPath(found.license_path) ? { licenceLocation: found.license_path } : {}),
    };
  });
  return { components, warnings: [...warnings, ...components.flatMap(warningOf)] };
}

const isPath = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 2_000;

function statedComponents(record: OpennessRecord, known: readonly FrameworkComponent[]): { readonly stated: ReadonlyMap<string, Stated>; readonly warnings: readonly string[] } {
  const names = new Set(known.map(({ name }) => name));
  const stated = new Map<string, Stated>();
  const warnings: string[] = [];
  for (const component of record.release.components ?? []) {
    const { name } = component;
    if (!names.has(name)) warnings.push(`component '${name}' is not one of the framework and is not counted; write one of its component names`);
    else if (stated.has(name)) warnings.push(`component '${name}' is listed twice and the last entry counts; keep one`);
    if (names.has(name)) stated.set(name, component);
  }
  return { stated, warnings };
}

function resolveLicence(stated: Stated, component: FrameworkComponent, record: OpennessRecord): Resolved {
  if ('license' in stated) return ofOwn(stated.license);
  const global = record.release.license;
  const ofType = global?.[component.type]?.name;
  if (ofType) return { licence: ofType, licenceFrom: 'type' };
  const ofAll = global?.distribution?.name;
  return ofAll ? { licence: ofAll, licenceFrom: 'distribution' } : {};
}

function ofOwn(licence: string | null | undefined): Resolved {
  return licence && licence !== 'unlicensed' ? { licence, licenceFrom: 'component' } : {};
}

function warningOf({ component, licence, state, suitsType, likelyLicence }: ComponentEvidence): readonly string[] {
  if (likelyLicence !== undefined) return [`'${component.name}' is under '${licence}', which is no SPDX identifier; write ${likelyLicence} if that is meant`];
  if (state === 'open' && !suitsType) return [`'${component.name}' is under ${licence}, which is open but not listed for ${component.type}; a licence made for ${component.type} suits it better`];
  return [];
}
