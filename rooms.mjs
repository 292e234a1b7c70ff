/**
 * The one table of who may import whom. dependency-cruiser and ESLint are both configured from it.
 *
 * room:   folder below src/
 * rooms:  other rooms it may import
 * node:   Node built-ins it may import ('*' for any)
 * npm:    packages it may import ('*' for any)
 * pure:   no clock, randomness, process, fetch, console or locale
 */
export const rooms = [
  {
    room: 'core',
    rooms: [],
    node: ['crypto'],
    npm: ['@marcbachmann/cel-js', 're2js', 'zod', 'decimal.js', 'pure-rand', 'spdx-expression-parse', 'spdx-license-ids', 'semver'],
    pure: true,
  },
  { room: 'importers', rooms: ['core'], node: [], npm: ['yaml', 'jsonc-parser', 'zod', 'ajv', 'csv-parse', 'csv-stringify', 'fflate', 'read-excel-file'], pure: true },
  {
    room: 'exporters',
    rooms: ['core'],
    node: ['stream', 'crypto'],
    npm: ['pdfkit', 'fontkit', 'd3-scale', 'd3-shape', 'd3-geo', '@dagrejs/dagre', 'topojson-client', 'world-atlas', 'saxes', 'svgpath', 'csv-stringify', 'write-excel-file', 'fflate'],
    pure: true,
  },
  { room: 'signing', rooms: ['core', 'exporters'], node: ['crypto'], npm: ['pkijs', 'asn1js', '@cantoo/pdf-lib', '@sigstore/core', 'zod'], pure: false },
  { room: 'weights', rooms: ['core', 'signing'], node: ['fs', 'fs/promises', 'path', 'stream', 'stream/promises', 'crypto', 'worker_threads', 'zlib', 'os', 'url'], npm: ['@sigstore', 'sigstore', 'zod'], pure: false },
  { room: 'code', rooms: ['core'], node: [], npm: ['js-tokens', 'jsonc-parser'], pure: true },
  { room: 'files', rooms: ['core'], node: '*', npm: ['yaml'], pure: false },
  { room: 'cli', rooms: ['core', 'importers', 'exporters', 'signing', 'weights', 'code', 'files'], node: '*', npm: ['commander', 'zod'], pure: false },
  { room: 'server', rooms: ['core', 'importers', 'exporters', 'signing', 'weights', 'files'], node: '*', npm: '*', pure: false },
  { room: 'web', rooms: [], node: [], npm: '*', pure: false },
];

/** Inside core an import goes only leftward: each noun folder may import those named here. */
export const coreOrder = {
  inventory: [],
  log: [],
  reference: ['inventory'],
  register: ['inventory'],
  exposure: ['inventory', 'reference'],
  policy: ['inventory', 'reference', 'exposure'],
  evaluation: ['inventory', 'reference', 'exposure', 'policy'],
  finding: ['inventory', 'reference', 'exposure', 'policy', 'evaluation'],
  audit: ['inventory', 'reference', 'exposure', 'policy', 'evaluation', 'finding'],
  decision: ['inventory', 'reference', 'exposure', 'policy', 'evaluation', 'finding', 'audit'],
  shock: ['inventory', 'reference', 'exposure', 'policy', 'evaluation', 'finding', 'audit', 'decision'],
  sovereignty: ['inventory', 'reference', 'exposure', 'policy', 'evaluation', 'finding', 'audit'],
  report: ['inventory', 'reference', 'exposure', 'policy', 'evaluation', 'finding', 'audit', 'decision', 'shock', 'sovereignty'],
};

/** Server features, each with the features whose *.service.ts and *.module.ts it may use. */
export const serverFeatures = {
  platform: [],
  log: ['platform'],
  pulls: ['platform', 'log'],
  access: ['platform', 'log'],
  register: ['platform', 'log', 'access'],
  policies: ['platform', 'log'],
  findings: ['platform', 'log', 'access', 'register', 'policies'],
  waivers: ['platform', 'log', 'access', 'register', 'findings', 'policies'],
  clearances: ['platform', 'log', 'access', 'register'],
  audits: ['platform', 'log', 'access', 'register', 'policies', 'findings', 'waivers', 'clearances'],
  clearing: ['platform', 'register', 'policies', 'waivers', 'clearances', 'audits'],
  decisions: ['platform', 'log', 'access', 'register', 'audits'],
  evidence: ['platform', 'log', 'access', 'register', 'audits'],
  deliveries: ['platform', 'log', 'access', 'audits'],
  schedules: ['platform', 'log', 'audits', 'deliveries'],
  notifications: ['platform', 'log', 'access', 'register', 'policies', 'findings', 'waivers', 'audits', 'decisions', 'evidence', 'deliveries', 'schedules'],
  reaudits: ['platform', 'log', 'register', 'findings', 'audits'],
  retention: ['platform', 'log'],
  exports: ['platform'],
  jobs: ['platform', 'log', 'access', 'register', 'audits', 'pulls', 'deliveries', 'schedules', 'reaudits', 'retention'],
  backup: ['platform', 'log'],
};
