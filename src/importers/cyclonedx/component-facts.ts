import { type NounKind } from '../../core/inventory/noun-kind.js';
import { type BomComponent } from './component-schema.js';
import { organisationFacts } from './organisation-facts.js';
import { type PlacedValue } from './placed-value.js';

type Path = readonly (string | number)[];
type Fact = readonly [pointer: string, placed: PlacedValue];

/** The facts that an inventory writes into CycloneDX's own fields of a component; the value is undefined where the field is absent. */
export function componentFacts(kind: NounKind, component: BomComponent, at: Path): Fact[] {
  const own = (pointer: string, ...path: Path): Fact => [pointer, { value: path.reduce<unknown>(member, component), at: [...at, ...path] }];
  switch (kind) {
    case 'model':
      return [own('/name', 'name'), own('/version', 'version'), own('/purl', 'purl'), ...organisationFacts(component.manufacturer, '/developer', '/developerCountry', [...at, 'manufacturer']), ...licenceFacts(own), ...cardFacts(component, own)];
    case 'weightArtefact': {
      const inUse = component.properties?.some(({ name, value }) => name === 'domicile:hash-is' && value === 'sha256');
      return [own('/file', 'name'), own(inUse === true ? '/sha256' : '/publisherSha256', 'hashes', 0, 'content')];
    }
    case 'licence':
      return [own('/name', 'name'), own('/textSha256', 'hashes', 0, 'content'), own('/link', 'externalReferences', 0, 'url')];
    case 'deployment':
      return [own('/name', 'name'), own('/description', 'description')];
    default:
      return [];
  }
}

function member(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string | number, unknown>>)[key] : undefined;
}

function licenceFacts(own: (pointer: string, ...path: Path) => Fact): Fact[] {
  const expression = own('/licence/expression', 'licenses', 0, 'expression');
  return [expression[1].value === undefined ? own('/licence/expression', 'licenses', 0, 'license', 'id') : expression, own('/licence/name', 'licenses', 0, 'license', 'name'), own('/licence/link', 'licenses', 0, 'license', 'url')];
}

function cardFacts({ modelCard }: BomComponent, own: (pointer: string, ...path: Path) => Fact): Fact[] {
  const card = ['modelCard', 'modelParameters'] as const;
  const parameters = modelCard?.modelParameters;
  const sets = parameters?.datasets?.map((set) => ('ref' in set ? set.ref : set.name));
  const [, task] = own('/tasks', ...card, 'task');
  return [
    ['/tasks', { ...task, value: task.value === undefined ? undefined : [task.value] }],
    own('/family', ...card, 'architectureFamily'),
    own('/architecture/type', ...card, 'modelArchitecture'),
    ['/datasets', { ...own('', ...card, 'datasets')[1], value: sets }],
  ];
}
