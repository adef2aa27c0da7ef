import type { Graph } from '../../src/graph/graph.ts';

export interface Explained {
  columns: string[];
  /** `r` for a read. */
  type: string;
  operators: string[];
  /** Parameters that the text names. */
  parameters: string[];
  /** Labels, relationship types and properties that the database does not know. */
  misspelt: string[];
}

interface PlanOperator {
  operatorType: string;
  children: PlanOperator[];
}

/** What the database plans to do with a text, without running it. */
export async function explain(graph: Graph, text: string): Promise<Explained> {
  const session = graph.driver.session({ database: graph.database });
  try {
    const result = session.run(`EXPLAIN ${text}`);
    const columns = await result.keys();
    const { plan, queryType, gqlStatusObjects } = (await result).summary;
    const statuses = gqlStatusObjects.map(
      ({ gqlStatus, statusDescription }) => `${gqlStatus} ${statusDescription}`,
    );
    return {
      columns: columns as string[],
      type: queryType,
      operators: plan ? operators(plan as unknown as PlanOperator) : [],
      parameters: statuses
        .filter((status) => status.startsWith('01N60'))
        .flatMap((status) => [...status.matchAll(/\$`?(\w+)/g)].map(([, name]) => name!)),
      misspelt: statuses.filter((status) => /^01N5[012]/.test(status)),
    };
  } finally {
    await session.close();
  }
}

const operators = ({ operatorType, children }: PlanOperator): string[] => [
  operatorType.split('@')[0]!,
  ...children.flatMap(operators),
];
