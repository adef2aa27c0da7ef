import { z } from 'zod';
import { type Graph, read } from '../db/client.ts';
import { cypher } from '../db/cypher.ts';
import type { Plan } from '../query/define.ts';
import { HITS } from '../query/page.ts';

/** Statements, events or relations that are counted at most. */
export const COUNTED = 100_000;

/** What an answer that counts says of what it left out. */
export const Sampled = z
  .boolean()
  .describe(
    `Whether the counts leave something out: of each kind no more than the newest ${COUNTED} that the filters lead to are looked at, and with \`q\` no more than the best ${HITS}.`,
  );

export const SAMPLING_RULE = `No more than the newest ${COUNTED} statements that the filters lead to are looked at, and with \`q\` the best ${HITS}; where there are more, \`sampled\` says so.`;

/** Whether what a plan counts goes on behind what is looked at. */
export async function isSampled(graph: Graph, name: string, { flags, bind, ranges }: Plan): Promise<boolean> {
  const text = cypher(`read/${name}`, flags);
  if (bind.q !== undefined) {
    const [hits] = await read(graph, text, { ...bind, ...ranges?.[0] });
    return Number(hits?.looked) >= HITS;
  }
  const most = Number(bind.scan);
  const looks = await read(graph, text, { ...bind, ...ranges?.[0], scan: most + 1 });
  return looks.some(({ looked }) => Number(looked) > most);
}
