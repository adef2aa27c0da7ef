import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonata from 'jsonata';
import { projectFolder } from '../../src/project.ts';

export const dashboardFolder = join(projectFolder, 'docs/examples/grafana');

/** A query of Infinity, the data source of Grafana, as far as the dashboard uses it. */
export interface InfinityQuery {
  url: string;
  root_selector: string;
  parser: string;
  columns: { selector: string; text: string; type: 'string' | 'number' | 'timestamp' }[];
}

interface Panel {
  title: string;
  type: string;
  targets: InfinityQuery[];
  options: { xField?: string };
  fieldConfig: {
    overrides: {
      matcher: { id: string; options: string };
      properties: { id: string; value: unknown }[];
    }[];
  };
  transformations: {
    id: string;
    options: {
      indexByName?: Record<string, number>;
      columnField?: string;
      rowField?: string;
      valueField?: string;
    };
  }[];
}

interface Dashboard {
  panels: Panel[];
  templating: { list: { name: string; type: string; allValue?: string; query: unknown }[] };
}

export const dashboard: Dashboard = JSON.parse(readFileSync(join(dashboardFolder, 'on-record.json'), 'utf8'));

/** The query of a variable, whose rows are its choices. */
export const choicesOf = ({ query }: Dashboard['templating']['list'][number]): InfinityQuery =>
  (query as { infinityQuery: InfinityQuery }).infinityQuery;

/** All queries: of panels, and of variables. */
export const askedOf = ({ panels, templating }: Dashboard): InfinityQuery[] => [
  ...panels.flatMap(({ targets }) => targets),
  ...templating.list.filter(({ type }) => type === 'query').map(choicesOf),
];

/** What a user chose: a list of ids, or `*` for all of them. */
export type Chosen = Record<string, string | string[]>;

export const ALL: Chosen = { speaker: '*', about: '*', interval: 'month', service: '' };
export const RANGE: [string, string] = ['2015-01-01', '2031-12-31'];

/**
 * The URL of a query once Grafana and Infinity have put in what was chosen, and the days of the time range.
 * @throws Error where it names a variable that there is not.
 */
export function filledUrl(url: string, chosen: Chosen, [from, to]: [string, string]): string {
  const withVariables = url
    .replaceAll('${__timeFrom:date:YYYY-MM-DD}', from)
    .replaceAll('${__timeTo:date:YYYY-MM-DD}', to)
    .replaceAll(/\$\{(\w+)(?::csv)?\}/g, (_, name: string) => {
      if (!(name in chosen)) throw new Error(`There is no variable ${name}.`);
      return [chosen[name]!].flat().join(',');
    });
  return withVariables.replaceAll(/\$__combineValues\((.*?)\)/g, (_, given: string) => {
    const [prefix, suffix, separator, ...values] = given.split(',');
    if (values.join() === '*') return '';
    return values.map((value) => `${prefix}${value}${suffix}`).join(separator);
  });
}

/**
 * The rows that Infinity makes of a response: what the root selects, and of it the columns, by their texts. Infinity tries the root
 * as a path of gjson before it takes it for JSONata, and columns are paths of gjson: a root is a plain name, or begins with what no path can be.
 */
export async function rowsOf(body: unknown, query: InfinityQuery): Promise<Record<string, unknown>[]> {
  const root = query.root_selector;
  const selected: unknown =
    root === '' || /^\w+$/.test(root) ? valueAt(body, root) : await jsonata(jsonataOf(root)).evaluate(body);
  return [selected]
    .flat()
    .map((row) =>
      Object.fromEntries(query.columns.map(({ selector, text }) => [text, valueAt(row, selector)])),
    );
}

function jsonataOf(root: string): string {
  if (!root.startsWith('$append([], ')) throw new Error(`gjson would take ${root} for a path.`);
  return root;
}

/** The value at a path such as `speaker.name`, which leads through no list. */
const valueAt = (value: unknown, path: string): unknown =>
  path === ''
    ? value
    : (path
        .split('.')
        .reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], value) ??
      null);
