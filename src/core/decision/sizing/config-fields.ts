const bounds = {
  layers: 100_000,
  width: 10_000_000,
  heads: 1_000_000,
  vocabulary: 100_000_000,
  experts: 1_000_000,
  tokens: 10_000_000_000,
} as const;
export type FieldBound = keyof typeof bounds;

/** Reads the fields of a `config.json` by any of their names. What is there but wrong becomes a problem; what is absent is undefined. */
export interface ConfigFields {
  /** A whole number of at least `least`, which is 1 unless said. */
  count(names: readonly string[], bound: FieldBound, least?: number): number | undefined;
  flag(name: string): boolean | undefined;
  word(name: string): string | undefined;
  words(name: string): readonly string[] | undefined;
  /** Entries of a list; undefined where there is none. */
  length(name: string): number | undefined;
  has(name: string): boolean;
  nested(name: string): ConfigFields | undefined;
}

type Members = Readonly<Record<string, unknown>>;

/** `problems` collects one sentence per wrong field, prefixed by the path it stands at. */
export function configFields(config: Members, problems: string[], path = ''): ConfigFields {
  const valueOf = (name: string): unknown => (Object.hasOwn(config, name) ? (config[name] ?? undefined) : undefined);
  const wrong = (name: string, value: unknown, wanted: string): undefined => {
    problems.push(`'${path}${name}' is ${described(value)}; write ${wanted}`);
    return undefined;
  };
  return {
    count(names, bound, least = 1) {
      const name = names.find((one) => valueOf(one) !== undefined);
      if (name === undefined) return undefined;
      const value = valueOf(name);
      const most = bounds[bound];
      const isCount = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
      return isCount ? value : wrong(name, value, `a whole number from ${least} to ${most}`);
    },
    flag(name) {
      const value = valueOf(name);
      return value === undefined || typeof value === 'boolean' ? value : wrong(name, value, 'true or false');
    },
    word(name) {
      const value = valueOf(name);
      return value === undefined || (typeof value === 'string' && value.length <= 200) ? value : wrong(name, value, 'a word');
    },
    words(name) {
      const value = valueOf(name);
      if (value === undefined) return undefined;
      return Array.isArray(value) && value.length <= 100_000 && value.every((one) => typeof one === 'string') ? value : wrong(name, value, 'a list of words');
    },
    length(name) {
      const value = valueOf(name);
      return value === undefined || Array.isArray(value) ? value?.length : wrong(name, value, 'a list');
    },
    has: (name) => valueOf(name) !== undefined,
    nested(name) {
      const value = valueOf(name);
      return isMembers(value) ? configFields(value, problems, `${path}${name}.`) : undefined;
    },
  };
}

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

function described(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 40))}`;
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'a mapping';
}
