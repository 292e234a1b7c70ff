/**
 * Writes what Domicile is made of, from package-lock.json: `domicile.cdx.json` (CycloneDX, made by npm), `licences.md` (a list) and `licences.txt` (their texts, of what is installed).
 * Usage: node scripts/make-sbom.mjs [folder]
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = process.argv[2] ?? 'dist/sbom';
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { stated } = JSON.parse(readFileSync('licences.json', 'utf8'));
const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true);
const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const sbom = withoutChance(withStatedLicences(npmSbom()));
const listed = new Set(sbom.components.map((component) => component['bom-ref']));
const missing = shipped.map(([path, { version }]) => `${nameOf(path)}@${version}`).filter((each) => !listed.has(each));
if (missing.length > 0) throw new Error(`npm sbom leaves out ${missing.join(', ')}; use another npm`);

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'domicile.cdx.json'), `${JSON.stringify(sbom, undefined, 2)}\n`);
writeFileSync(join(folder, 'licences.md'), licenceList());
writeFileSync(join(folder, 'licences.txt'), licenceTexts());
process.stdout.write(`${sbom.components.length} packages in ${folder}\n`);

/** From a lock without what is for development: npm forgets what both kinds need where it meets it among the others first. */
function npmSbom() {
  const place = mkdtempSync(join(tmpdir(), 'domicile-sbom-'));
  const project = join(place, manifest.name);
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ ...manifest, devDependencies: undefined, scripts: undefined }));
  writeFileSync(join(project, 'package-lock.json'), JSON.stringify({ ...lock, packages: { '': { ...lock.packages[''], devDependencies: undefined }, ...Object.fromEntries(shipped) } }));
  try {
    return JSON.parse(execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'], { cwd: project, encoding: 'utf8', maxBuffer: 2 ** 28, shell: process.platform === 'win32' }));
  } finally {
    rmSync(place, { recursive: true });
  }
}

function withStatedLicences(bom) {
  const components = bom.components.map((component) => {
    const own = stated.find(({ packages }) => packages.includes(component['bom-ref'].replace(/(.)@[^@]*$/, '$1')));
    return own === undefined ? component : { ...component, licenses: [{ expression: own.licence }] };
  });
  return { ...bom, components };
}

/** The same lock gives the same bytes: no instant, and a serial number that follows from the lock. */
function withoutChance(bom) {
  const hex = createHash('sha256').update(JSON.stringify(bom.components)).digest('hex');
  return { ...bom, serialNumber: `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`, metadata: { ...bom.metadata, timestamp: undefined } };
}

function licenceOf({ licenses }) {
  return licenses?.map(({ expression, license }) => expression ?? license.id ?? license.name).join(' AND ') ?? 'not stated';
}

function licenceList() {
  const rows = sbom.components.map((component) => `| ${component['bom-ref'].replaceAll('|', '\\|')} | ${licenceOf(component)} |`).sort();
  return ['# Licences of what Domicile ships with', '', `Domicile itself: ${manifest.license}. Made by \`npm run sbom\`; \`licences.json\` says which are allowed, and where a package states another than it has.`, '', '| package | licence |', '|---|---|', ...new Set(rows), ''].join('\n');
}

function licenceTexts() {
  const parts = shipped.filter(([path]) => existsSync(path)).map(([path, { version }]) => {
    const files = readdirSync(path).filter((name) => /^(licen[cs]e|copying|notice|ofl|copyright)/i.test(name) && !/\.(c|m)?[jt]s$/.test(name)).sort();
    return [`==== ${nameOf(path)}@${version}`, ...files.map((name) => readFileSync(join(path, name), 'utf8').trim()), ''].join('\n\n');
  });
  return parts.sort().join('\n');
}
