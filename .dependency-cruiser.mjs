import { coreOrder, rooms, serverFeatures } from './rooms.mjs';

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const names = (list) => list.map(escape).join('|');
const known = names(rooms.map(({ room }) => room));

const roomRules = rooms.flatMap(({ room, rooms: allowed, node, npm }) => {
  const from = { path: `^src/${room}/`, pathNot: '\\.spec\\.tsx?$' };
  const rules = [
    {
      name: `room-${room}`,
      severity: 'error',
      comment: `${room} may import only: ${[room, ...allowed].join(', ')}`,
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${names([room, ...allowed])})/` },
    },
  ];
  if (node !== '*')
    rules.push({
      name: `node-${room}`,
      severity: 'error',
      comment: `${room} may use only these Node built-ins: ${node.join(', ') || 'none'}`,
      from,
      to: { dependencyTypes: ['core'], ...(node.length ? { pathNot: `^(node:)?(${names(node)})$` } : {}) },
    });
  if (npm !== '*')
    rules.push({
      name: `npm-${room}`,
      severity: 'error',
      comment: `${room} may use only these packages: ${npm.join(', ') || 'none'}`,
      from,
      to: { path: 'node_modules/', pathNot: `node_modules/(${names(npm)})(/|$)|node_modules/@types/` },
    });
  return rules;
});

const coreRules = Object.entries(coreOrder).map(([noun, allowed]) => ({
  name: `core-${noun}`,
  severity: 'error',
  comment: `inside core, ${noun} may import only leftward: ${allowed.join(', ') || 'nothing'}`,
  from: { path: `^src/core/${noun}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: '^src/core/', pathNot: `^src/core/(${names([noun, ...allowed])})/` },
}));

const featureRules = Object.entries(serverFeatures).flatMap(([feature, allowed]) => [
  {
    name: `server-${feature}`,
    severity: 'error',
    comment: `server/${feature} may use only: ${allowed.join(', ') || 'nothing'}`,
    from: { path: `^src/server/${feature}/` },
    to: { path: '^src/server/', pathNot: `^src/server/(${names([feature, ...allowed])})/` },
  },
  {
    name: `server-${feature}-inside`,
    severity: 'error',
    comment: 'features see only each other\'s *.service.ts and *.module.ts',
    from: { path: `^src/server/${feature}/`, pathNot: '\\.spec\\.ts$' },
    to: {
      path: `^src/server/(${names(allowed.filter((a) => a !== 'platform')) || '(?!)'})/`,
      pathNot: '\\.(service|module)\\.ts$',
    },
  },
]);

/** Importers and exporters are peers: a format folder never sees another one. */
const peerRules = ['importers', 'exporters'].map((room) => ({
  name: `peers-${room}`,
  severity: 'error',
  comment: `one format of ${room} does not import another`,
  from: { path: `^src/${room}/([^/]+)/.+` },
  to: { path: `^src/${room}/([^/]+)/.+`, pathNot: `^src/${room}/$1/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-barrel', severity: 'error', from: {}, to: { path: '^src/.*(^|/)index\\.tsx?$' } },
    { name: 'unlisted-room', severity: 'error', comment: 'every folder of src is a room of rooms.mjs', from: { path: '^src/', pathNot: `^src/(${known})/` }, to: {} },
    { name: 'unlisted-room-target', severity: 'error', from: {}, to: { path: '^src/', pathNot: `^src/(${known})/` } },
    { name: 'unlisted-core-noun', severity: 'error', from: { path: '^src/core/', pathNot: `^src/core/(${names(Object.keys(coreOrder))})/` }, to: {} },
    {
      name: 'unlisted-server-feature',
      severity: 'error',
      from: { path: '^src/server/[^/]+/', pathNot: `^src/server/(${names(Object.keys(serverFeatures))})/` },
      to: {},
    },
    { name: 'unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...roomRules,
    ...coreRules,
    ...featureRules,
    ...peerRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
