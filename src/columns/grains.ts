import { z } from 'zod';
import { defineRead, type Graph, type Read, type Parameters as Values } from '../db/client.ts';
import { type Cypher, cypher, filled } from '../db/cypher.ts';
import { COLUMNS } from '../limits.ts';
import { compareText } from '../model/compare-text.ts';
import type { Row } from '../model/row.ts';
import { actNumber, flagBits, quoteBits, roleBits, tenths } from './words.ts';

/** What the index holds rows of. */
export type Grain = 'entities' | 'articles' | 'events' | 'relations' | 'statements';

/** Rows of one grain as they go into the index, and the entities and events that they speak of. */
export interface Incoming {
  rows: Row[];
  things: string[];
}

interface ReadOptions {
  /** Whether the rows of some ids are read, or the next ones in the order of their key. */
  byIds: boolean;
}

const id = z.string();
const ids = z.array(id);
const day = z.string().nullable();
const number = z.number().nullable();
const asserted = { fact: number, opinion: number, statement: number };

/** Reads the rows of a grain out of the graph. */
export interface GrainReader {
  grain: Grain;
  read: Read<z.ZodType, ReadOptions>;
  /** How many rows are read at once. */
  pageSize: number;
  /** The next so many after a key, and the key of the last of them. */
  page(graph: Graph, after: string, limit: number): Promise<Incoming & { last?: string }>;
  /** Those of some ids that are there. */
  byIds(graph: Graph, ids: readonly string[]): Promise<Incoming>;
}

/** A grain as the graph has it: `node` is its variable and label, `key` the order in which it is read. */
function defineGrain<Shape extends z.ZodRawShape>(
  grain: Grain,
  {
    node,
    key,
    shape,
    share = 1,
  }: { node: { variable: Cypher; label: Cypher }; key: Cypher; shape: Shape; share?: number },
  incoming: (row: z.output<z.ZodObject<Shape>> & { id: string; key: string }) => {
    row: Row;
    things: string[];
  },
): GrainReader {
  const { variable, label } = node;
  const read = defineRead({
    name: `${grain} as the index of counts takes them`,
    parameters: ['after', 'limit', 'ids'],
    row: z.object({ ...shape, id, key: z.string() }),
    text: ({ byIds }: ReadOptions) =>
      filled(`columns/${grain}`, {
        which: byIds
          ? cypher`MATCH (${variable}:${label}) WHERE ${variable}.id IN $ids`
          : cypher`MATCH (${variable}:${label}) WHERE ${variable}.${key} > $after
WITH ${variable} ORDER BY ${variable}.${key} LIMIT $limit`,
      }),
    variants: [{ byIds: false }, { byIds: true }],
  });
  const taken = (rows: Row[]): Incoming => {
    const all = rows.map((row) => incoming(row as Parameters<typeof incoming>[0]));
    return { rows: all.map(({ row }) => row), things: [...new Set(all.flatMap(({ things }) => things))] };
  };
  const rowsOf = (graph: Graph, parameters: Values, options: ReadOptions): Promise<Row[]> =>
    read.rows(graph, parameters, options) as Promise<Row[]>;
  return {
    grain,
    read,
    pageSize: COLUMNS.page * share,
    async page(graph, after, limit) {
      const rows = await rowsOf(graph, { after, limit }, { byIds: false });
      const keys = rows.map((row) => String(row.key));
      return { ...taken(rows), last: keys.sort().at(-1) };
    },
    async byIds(graph, given) {
      return taken(await rowsOf(graph, { ids: given }, { byIds: true }));
    },
  };
}

const UNDATED = '0000-00-00';

/** The day that a sort key begins with. */
function dayOf(sortKey: string): string | null {
  const first = sortKey.slice(0, UNDATED.length);
  return first === UNDATED ? null : first;
}

const act = (code: string | null) => (code === null ? null : actNumber(code));
const score = (goldstein: number | null) => (goldstein === null ? null : tenths(goldstein));

const entities = defineGrain(
  'entities',
  {
    node: { variable: cypher`e`, label: cypher`Entity` },
    key: cypher`id`,
    shape: {
      name: z.string(),
      type: z.string(),
      countries: ids,
      roles: z.array(z.object({ kind: z.string(), current: z.boolean(), of: ids, ...asserted })),
    },
  },
  ({ id: own, name, type, countries, roles }) => ({
    row: {
      ...{ id: own, name, type, countries },
      roles: roles.map((role) => ({ ...role, of: role.of[0] ?? null })),
      mask: roleBits(roles.map(({ kind }) => kind)),
    },
    things: [own, ...countries, ...roles.flatMap(({ of }) => of)],
  }),
);

const articles = defineGrain(
  'articles',
  {
    node: { variable: cypher`a`, label: cypher`Article` },
    key: cypher`id`,
    shape: {
      title: z.string(),
      publisher: z.string().nullable(),
      house: z.string().nullable(),
      earliest: day,
      latest: day,
      authors: ids,
      mentions: z.array(z.tuple([id.nullable(), z.string(), z.string()])),
    },
    // Each of them brings its mentions.
    share: 0.1,
  },
  ({ key: _key, mentions, ...row }) => {
    const sentences = new Map(
      [...new Set(mentions.map(([, , sentence]) => sentence))].map((one, at) => [one, at]),
    );
    return {
      row: {
        ...row,
        mentions: mentions.map(([entity, form, sentence]) => ({
          ...{ entity, form },
          sentence: sentences.get(sentence)!,
        })),
      },
      things: [...row.authors, ...mentions.flatMap(([entity]) => entity ?? [])],
    };
  },
);

const events = defineGrain(
  'events',
  {
    node: { variable: cypher`v`, label: cypher`Event` },
    key: cypher`sortKey`,
    shape: {
      ...asserted,
      name: z.string(),
      kind: z.string(),
      latest: day,
      cameo: z.string().nullable(),
      goldstein: number,
      place: id.nullable(),
      contexts: z.array(z.string()),
      figures: z.array(z.string()),
      participants: z.array(z.object({ id, actor: z.boolean() })),
      articles: ids,
    },
  },
  ({ key, cameo, goldstein, ...row }) => ({
    row: { ...row, day: dayOf(String(key)), act: act(cameo), score: score(goldstein) },
    things: [row.id, ...(row.place === null ? [] : [row.place]), ...row.participants.map((one) => one.id)],
  }),
);

const relations = defineGrain(
  'relations',
  {
    node: { variable: cypher`l`, label: cypher`Relation` },
    key: cypher`key`,
    shape: {
      ...asserted,
      subject: id,
      predicate: z.string(),
      object: id,
      earliest: day,
      latest: day,
      articles: ids,
    },
  },
  ({ key: _key, ...row }) => ({ row, things: [row.subject, row.object] }),
);

const statements = defineGrain(
  'statements',
  {
    node: { variable: cypher`s`, label: cypher`Statement` },
    key: cypher`sortKey`,
    shape: {
      latest: day,
      cameo: z.string().nullable(),
      goldstein: number,
      confidence: number,
      contested: z.boolean(),
      unattributed: z.boolean(),
      quoteTypes: z.array(z.string()),
      describedRoles: z.array(z.string()),
      targetUnnamed: z.boolean(),
      targetRoles: z.array(z.string()),
      targetOf: ids,
      reportedEarliest: day,
      reportedLatest: day,
      speakers: ids,
      anySpeakers: ids,
      about: z.array(z.object({ id, as: z.string() })),
      at: ids,
      articles: z.array(z.object({ id, publisher: z.string().nullable(), earliest: day, latest: day })),
      attributions: z.array(
        z.object({
          preferred: z.boolean(),
          flags: z.array(z.string()),
          role: z.string().nullable(),
          of: ids,
        }),
      ),
    },
  },
  ({
    key,
    cameo,
    goldstein,
    quoteTypes,
    describedRoles,
    targetUnnamed,
    targetRoles,
    targetOf,
    speakers,
    anySpeakers,
    about,
    articles: reports,
    attributions,
    ...row
  }) => {
    const preferred = attributions.filter((one) => one.preferred);
    const flags = (of: typeof attributions) => flagBits(of.flatMap((one) => one.flags));
    const described = attributions.flatMap((one) =>
      one.of.map((body) => ({ id: body, preferred: one.preferred })),
    );
    return {
      row: {
        ...row,
        day: dayOf(String(key)),
        act: act(cameo),
        score: score(goldstein),
        nameless: anySpeakers.length === 0,
        quotes: quoteBits(quoteTypes),
        flags: flags(preferred),
        anyFlags: flags(attributions),
        roles: roleBits(describedRoles),
        anyRoles: roleBits(attributions.flatMap(({ role }) => role ?? [])),
        ...speakerRows(speakers, anySpeakers),
        about: [
          ...about.map((to) => ({ id: to.id, topic: to.as === 'topic' })),
          ...(targetUnnamed || about.length === 0 ? NOTHING : []),
        ],
        targets: about.filter((to) => to.as === 'target').length + (targetUnnamed ? 1 : 0),
        topics: about.filter((to) => to.as === 'topic').length,
        described,
        targetRoles: roleBits(targetRoles),
        targetOf,
        articles: reportingArticles(reports),
        outlets: new Set(reports.map(({ id: own, publisher }) => publisher ?? ` ${own}`)).size,
      },
      things: [
        ...[...speakers, ...anySpeakers, ...row.at, ...targetOf],
        ...[...about, ...described].map((one) => one.id),
      ],
    };
  },
);

/** What a statement is about that names nothing: its target, or nothing at all. */
const NOTHING = [{ id: null, topic: false }];

/** The speakers of a statement: whether each counts where the preferred ones do, and where any do. */
function speakerRows(speakers: string[], anySpeakers: string[]) {
  const named = [...new Set([...speakers, ...anySpeakers])].map((speaker) => ({
    id: speaker as string | null,
    preferred: speakers.includes(speaker),
    attributed: anySpeakers.includes(speaker),
  }));
  const nobody = { id: null, preferred: speakers.length === 0, attributed: anySpeakers.length === 0 };
  const rows = nobody.preferred || nobody.attributed ? [...named, nobody] : named;
  return {
    speakers: rows,
    speakerCount: rows.filter((one) => one.preferred).length,
    anySpeakerCount: rows.filter((one) => one.attributed).length,
  };
}

interface Report {
  id: string;
  /** The days of the date that a quotation gives, or null. */
  earliest: string | null;
  latest: string | null;
}

/** The articles of some quotations, each once: with the days that all its dates have in common, or those of the first. */
const reportingArticles = (reports: Report[]): Report[] =>
  [...Map.groupBy(reports, ({ id: own }) => own)].map(([own, of]) => {
    const dated = of.filter(({ earliest }) => earliest !== null);
    dated.sort((a, b) => compareText(`${a.earliest} ${a.latest}`, `${b.earliest} ${b.latest}`));
    const first = dated[0] ?? { earliest: null, latest: null };
    const earliest = dated.at(-1)?.earliest ?? null;
    const latest = dated.map((one) => one.latest!).sort()[0] ?? null;
    const isCommon = earliest !== null && latest !== null && earliest <= latest;
    return {
      id: own,
      ...(isCommon ? { earliest, latest } : { earliest: first.earliest, latest: first.latest }),
    };
  });

/** In the order in which they are taken in: each speaks of those before it. */
export const GRAIN_READERS: readonly GrainReader[] = [entities, articles, events, relations, statements];
