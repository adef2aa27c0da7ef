import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Asset {
  type: string;
  content: Buffer;
}

function assetOf(name: string, file: string | URL): Asset {
  return { type: TYPES[extname(name)]!, content: readFileSync(file) };
}

const folder = join(import.meta.dirname, 'assets');

/** The style, scripts and icon of the pages, by name. */
export const ASSETS: ReadonlyMap<string, Asset> = new Map([
  ...readdirSync(folder).map((name) => [name, assetOf(name, join(folder, name))] as const),
  // The library that draws networks, as it is published.
  [
    'cytoscape.js',
    assetOf('cytoscape.js', new URL('./cytoscape.esm.min.mjs', import.meta.resolve('cytoscape'))),
  ],
]);

/** What changes with the pages: a response that is cached elsewhere belongs to the templates that made it, too. */
export const PAGES_DIGEST = digestOf(import.meta.dirname);

/** The path of an asset, which changes with its content. */
export const assetPath = (name: string) => `/assets/${PAGES_DIGEST}/${name}`;

function digestOf(root: string): string {
  const hash = createHash('sha256').update(packageJson.dependencies.cytoscape);
  for (const file of readdirSync(root, { recursive: true, withFileTypes: true }).sort(byPath))
    if (file.isFile()) hash.update(file.name).update(readFileSync(join(file.parentPath, file.name)));
  return hash.digest('base64url').slice(0, 10);
}

interface File {
  parentPath: string;
  name: string;
}

function byPath(a: File, b: File): number {
  return join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1;
}
