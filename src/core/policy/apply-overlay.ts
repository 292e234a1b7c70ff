import { type Problem } from '../inventory/problem.js';
import { didYouMean } from './did-you-mean.js';
import { jsonPointerOf } from './json-pointer-of.js';
import { packParameter, type PackParameter } from './pack-parameter.js';
import { policyOverlay, type PolicyOverlay } from './policy-overlay.js';
import { type PolicyPack } from './policy-pack.js';
import { type PolicyRule } from './policy-rule.js';
import { schemaProblems } from './schema-problems.js';
import { type PositionLookup } from './source-position.js';

/** An overlay as it was read, with the places of its values. */
export interface OverlaySource {
  readonly document: unknown;
  readonly positions: PositionLookup;
}

interface Overlaid {
  readonly pack: PolicyPack;
  readonly positions: PositionLookup;
}

/** A pack changed by an overlay; problems are added to the list, and what they concern is left as it was. */
export function applyOverlay(base: Overlaid, overlay: OverlaySource, problems: Problem[]): Overlaid {
  const parsed = policyOverlay.safeParse(overlay.document);
  if (!parsed.success) {
    problems.push(...schemaProblems(policyOverlay, parsed.error, overlay.positions));
    return base;
  }
  const say: Say = (keys, message, key = true) => problems.push({ ...overlay.positions(jsonPointerOf(keys), { key }), code: 'overlay', message });
  const { metadata } = base.pack;
  const wanted = parsed.data.extends;
  if (wanted.pack !== metadata.id) say(['extends', 'pack'], `the overlay is for the pack '${wanted.pack}', this is '${metadata.id}'; apply it to the pack it names`, false);
  if (wanted.version.split('.')[0] !== metadata.version.split('.')[0]) say(['extends', 'version'], `the overlay was written for version ${wanted.version}, the pack has ${metadata.version}; review the rules and raise the version`, false);
  const added = parsed.data.addRules ?? [];
  const first = base.pack.rules.length;
  const params = withParams(base.pack.params ?? {}, parsed.data.params ?? {}, say);
  return {
    pack: {
      ...base.pack,
      ...(base.pack.params === undefined ? {} : { params }),
      ...(parsed.data.fixtures === undefined ? {} : { fixtures: { ...base.pack.fixtures, ...parsed.data.fixtures } }),
      rules: [...changedRules(base.pack.rules, parsed.data.rules ?? {}, say), ...added],
    },
    positions: (pointer, at) => {
      const [, index, rest] = /^\/rules\/(\d+)(.*)$/s.exec(pointer) ?? [];
      if (index !== undefined && Number(index) >= first) return overlay.positions(`/addRules/${Number(index) - first}${rest}`, at);
      const fixture = /^\/fixtures\/([^/]+)/.exec(pointer)?.[1];
      return fixture !== undefined && parsed.data.fixtures?.[fixture] !== undefined ? overlay.positions(pointer, at) : base.positions(pointer, at);
    },
  };
}

type Say = (keys: readonly PropertyKey[], message: string, key?: boolean) => void;

function withParams(params: Readonly<Record<string, PackParameter>>, values: Readonly<Record<string, unknown>>, say: Say): Record<string, PackParameter> {
  const changed: Record<string, PackParameter> = { ...params };
  for (const [name, value] of Object.entries(values)) {
    const parameter = Object.hasOwn(params, name) ? params[name] : undefined;
    if (parameter === undefined) {
      say(['params', name], `the pack has no parameter '${name}'${didYouMean(name, Object.keys(params)) || '; remove it'}`);
      continue;
    }
    const parsed = packParameter.safeParse({ ...parameter, default: value });
    if (parsed.success) changed[name] = parsed.data;
    else say(['params', name], `the parameter '${name}' is a ${parameter.type}; write a value of that type`, false);
  }
  return changed;
}

function changedRules(rules: readonly PolicyRule[], changes: NonNullable<PolicyOverlay['rules']>, say: Say): PolicyRule[] {
  const known = rules.map(({ id }) => id);
  for (const id of Object.keys(changes)) if (!known.includes(id)) say(['rules', id], `the pack has no rule '${id}'${didYouMean(id, known) || '; remove it or add the rule under addRules'}`);
  return rules.map((rule) => {
    const change = Object.hasOwn(changes, rule.id) ? changes[rule.id] : undefined;
    return { ...rule, severity: change?.severity ?? rule.severity, enabled: change?.enabled ?? rule.enabled };
  });
}
