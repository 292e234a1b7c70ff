import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { repository } from '../cli/run-domicile.js';

const text = readFileSync(join(repository, 'Dockerfile'), 'utf8');
const instructions = DockerfileParser.parse(text).getInstructions();
interface Stage {
  readonly name: string;
  readonly base: string;
  readonly lines: readonly { readonly keyword: string; readonly rest: string }[];
}
const stages = instructions.reduce<Stage[]>((all, instruction) => {
  const keyword = instruction.getKeyword();
  const rest = instruction.toString().slice(keyword.length).trim();
  if (keyword === 'FROM') {
    const [base = '', , name = ''] = rest.split(/\s+/);
    return [...all, { name, base, lines: [] }];
  }
  const last = all.at(-1);
  return last === undefined ? all : [...all.slice(0, -1), { ...last, lines: [...last.lines, { keyword, rest }] }];
}, []);
const stage = (name: string): Stage => stages.find((each) => each.name === name) ?? { name, base: '', lines: [] };
const said = (name: string, keyword: string): string[] => stage(name).lines.filter((line) => line.keyword === keyword).map(({ rest }) => rest);

describe('Dockerfile', () => {
  it('holds to its grammar, which refuses what is none', () => {
    expect(validate(text)).toEqual([]);
    expect(validate(text.replace('EXPOSE 3000', 'EXPOSE here'))).not.toEqual([]);
  });

  it('makes the server last, from what ships, and nothing that ships from what builds but dist', () => {
    expect(stages.at(-1)?.name).toBe('server');
    expect([stage('server').base, stage('ci').base, stage('shipped').base]).toEqual(['shipped', 'shipped', '${NODE_IMAGE}']);
    expect(said('shipped', 'COPY').filter((line) => line.startsWith('--from=build'))).toEqual(['--from=build /opt/domicile/dist dist']);
    expect(said('dependencies', 'RUN')).toEqual(['npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund']);
  });

  it('ships what the package ships', () => {
    const { files } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { files: string[] };
    const copied = said('shipped', 'COPY').flatMap((line) => line.split(/\s+/).filter((word) => !word.startsWith('--')).slice(0, -1)).map((path) => path.replace('/opt/domicile/', ''));
    expect(copied).toEqual(expect.arrayContaining(files));
  });

  it('runs as nobody, and tells whether it is healthy', () => {
    for (const name of ['server', 'ci']) expect(said(name, 'USER')).toEqual(['10001:10001']);
    expect(said('server', 'HEALTHCHECK')[0]).toContain('CMD ["node", "deploy/is-healthy.mjs"]');
    expect(said('server', 'ENTRYPOINT')).toEqual(['["node", "dist/src/server/main.js"]']);
  });

  it('copies files that are there', () => {
    const own = stages.flatMap(({ lines }) => lines).filter(({ keyword, rest }) => keyword === 'COPY' && !rest.startsWith('--from')).flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
    expect(own.length).toBeGreaterThan(8);
    expect(own.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
  });
});
