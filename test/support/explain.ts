import type { Graph } from '../../src/db/client.ts';

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

/** Planning takes the database a processor; more at once only wait. */
const AT_ONCE = 3;

/** Explains texts, each no more than once and some at the same time. */
export function explainer(graph: Graph): (text: string) => Promise<Explained> {
  const known = new Map<string, Promise<Explained>>();
  const lanes = Array.from({ length: AT_ONCE }, (): Promise<unknown> => Promise.resolve());
  return (text) => {
    let explained = known.get(text);
    if (!explained) {
      const lane = known.size % AT_ONCE;
      explained = lanes[lane]!.then(() => explain(graph, text));
      lanes[lane] = explained.catch(() => undefined);
      known.set(text, explained);
    }
    return explained;
  };
}

/** What the database plans to do with a text, without running it. */
async function explain(graph: Graph, text: string): Promise<Explained> {
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
