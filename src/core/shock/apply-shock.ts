import { nearestName } from '../inventory/nearest-name.js';
import { changeLicence } from './change-licence.js';
import { changeParent } from './change-parent.js';
import { endAdequacy } from './end-adequacy.js';
import { hitModel } from './hit-model.js';
import { hitParty } from './hit-party.js';
import { retireApi } from './retire-api.js';
import { type Shock } from './shock.js';
import { shockTitle } from './shock-title.js';
import { type ShockedWorld, type World } from './shocked-world.js';

/** The world after a shock. An interruption or a lost region changes no fact that rules read: what it stops is told apart. */
export function applyShock(world: World, shock: Shock): ShockedWorld {
  const overlay = `shock: ${shockTitle(shock)}`.slice(0, 80);
  switch (shock.kind) {
    case 'adequacy-falls':
      return endAdequacy(world, shock.jurisdiction, overlay);
    case 'parent-changes':
      return changeParent(world, shock, overlay);
    case 'api-retired':
      return retireApi(world, shock, overlay);
    case 'licence-changes':
      return changeLicence(world, shock, overlay);
    case 'api-cut-off':
    case 'region-lost':
      return unchanged(world, shock);
  }
}

function unchanged(world: World, shock: Extract<Shock, { kind: 'api-cut-off' | 'region-lost' }>): ShockedWorld {
  const party = shock.provider === undefined ? undefined : hitParty(world, shock.provider);
  if (party !== undefined && 'problem' in party) return party;
  const nowhere = shock.kind === 'region-lost' ? unnamedRegion(world, shock) : undefined;
  if (nowhere !== undefined) return { problem: nowhere };
  const model = shock.kind === 'api-cut-off' && shock.model !== undefined ? hitModel(world, shock.model, true) : undefined;
  return model !== undefined && 'problem' in model ? model : { world };
}

/** A region that nothing in the inventory names is a slip of the keyboard until the inventory says otherwise. */
function unnamedRegion({ snapshot }: World, { region }: Extract<Shock, { kind: 'region-lost' }>): string | undefined {
  if (region === undefined) return undefined;
  const named = [...new Set([...snapshot.deployments.map(({ place }) => place?.region), ...snapshot.dataFlows.map((flow) => flow.region)].filter((one) => one !== undefined))].sort();
  if (named.some((one) => one.toLowerCase() === region.toLowerCase())) return undefined;
  const near = nearestName(region, named);
  return `nothing in the inventory runs in the region '${region}'; ${near !== undefined ? `did you mean '${near}'?` : named.length === 0 ? 'record regions under place' : `it names ${named.slice(0, 20).join(', ')}`}`;
}
