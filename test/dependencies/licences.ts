import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/project.ts';

interface Package {
  version?: string;
  license?: string;
  dev?: boolean;
}

export interface Dependency {
  name: string;
  version: string;
  licence: string;
  /** Whether it is needed for development alone. */
  dev: boolean;
}

/** The lock file does not say these; they stand in the `package.json` or the licence file of each. */
const UNTOLD: Record<string, string> = {
  buildcheck: 'MIT',
  'cpu-features': 'MIT',
  reserved: 'MIT',
  ssh2: 'MIT',
};

/** Every package that is installed, once for each version. */
export function dependencies(): Dependency[] {
  const { packages } = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Package>;
  };
  const found = new Map<string, Dependency>();
  for (const [path, { version = '', license, dev = false }] of Object.entries(packages)) {
    if (path === '') continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const known = found.get(`${name} ${version}`);
    const licence = license ?? UNTOLD[name] ?? 'unknown';
    found.set(`${name} ${version}`, { name, version, licence, dev: dev && (known?.dev ?? true) });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The text of `docs/licences.md`. */
export function licencesDocument(): string {
  const all = dependencies();
  return `# Licences of the dependencies

Made of the lock file by \`npm run audit:dependencies -- --write\`, and held to it by a test. Nothing of them is copied into this project.
Word lists that are made of other works stand with their sources and licences: [synonyms](../src/match/synonyms/README.md) (WordNet),
[rarity](../src/match/rarity/README.md) (counts alone), [likeness and contraries](../src/match/likeness/README.md) (GloVe: PDDL 1.0 and MIT; WordNet).

## What the service runs on

${table(all.filter(({ dev }) => !dev))}

## What only its development needs

${table(all.filter(({ dev }) => dev))}

Neo4j 5.26 Community Edition, which the service talks to and \`npm start\` puts together out of its jars, is under GPL-3.0; it
runs as a program of its own.
`;
}

const table = (rows: Dependency[]) =>
  [
    '| package | version | licence |',
    '|---|---|---|',
    ...rows.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
  ].join('\n');
