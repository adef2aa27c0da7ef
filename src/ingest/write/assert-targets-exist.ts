import { FaultList } from '../../model/fault-list.ts';
import { placeOf } from '../../model/field-path.ts';
import { InputError } from '../check/input-error.ts';
import { type ArticleFacts, type Edge, targetLabel } from '../facts/facts.ts';
import { readingEdges } from '../facts/reading-edges.ts';
import type { Run } from './locked-write.ts';

const OUTSIDE = ['Entity', 'Person'];

/**
 * Says which relationships of these articles could not be written, for want of their targets in the database.
 * @throws InputError that names each of them.
 */
export async function assertTargetsExist(run: Run, articles: ArticleFacts[]): Promise<never> {
  const wanted = articles.flatMap(({ file, facts, authors }) => [
    ...authors.map(({ person }) => ({
      file,
      line: undefined,
      field: ['article', 'authors'],
      edge: { type: 'AUTHORED_BY', to: person } as Edge,
    })),
    ...facts.flatMap((fact) =>
      [...fact.edges, ...readingEdges(fact)].map((edge) => ({
        file,
        line: fact.line,
        field: fact.field,
        edge,
      })),
    ),
  ]);
  const ids = Map.groupBy(wanted, ({ edge }) => targetLabel(edge));
  const parameters = OUTSIDE.map((label) => [label, ids.get(label)?.map(({ edge }) => edge.to) ?? []]);
  const rows = await run('present-nodes', Object.fromEntries(parameters));
  const present = new Set(rows.map(({ label, id }) => `${label} ${id}`));
  const missing = wanted.filter(({ edge }) => {
    const label = targetLabel(edge);
    return OUTSIDE.includes(label) && !present.has(`${label} ${edge.to}`);
  });
  throw new InputError(
    FaultList.of(
      missing.map(({ file, line, field, edge }) => ({
        file,
        line,
        ...placeOf(field),
        detail: `${edge.type} ${JSON.stringify(edge.to)} could not be written: the database has no such node`,
        expected: 'the authority that describes it to be loaded first',
      })),
    ),
  );
}
