import type { Driver } from 'neo4j-driver';
import type { Graph, KnownPlans } from '../../src/db/client.ts';

interface Profiled {
  dbHits: number;
  children: Profiled[];
}

/** What a graph ran. */
export interface Cost {
  /** Texts that were sent, each of which is a round trip. */
  roundTrips: number;
  hits: number;
}

const ALL_PLANNED: KnownPlans = { has: () => true, ensure: async () => {}, spent: 0 };

/** A graph that runs each text with PROFILE, and what all texts cost since that was last taken. */
export function profiling(graph: Graph): { graph: Graph; takeCost: () => Cost } {
  let cost: Cost = { roundTrips: 0, hits: 0 };
  // biome-ignore lint/suspicious/noExplicitAny: the driver overloads what it passes on unchanged
  const run = (session: any) => async (text: string, parameters: unknown, options: unknown) => {
    const result = await session.run(`PROFILE ${text}`, parameters, options);
    const { profile } = result.summary;
    cost.roundTrips++;
    if (profile) cost.hits += sum(profile);
    return result;
  };
  const driver = overriding(graph.driver, {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    session: (...options: any[]) => {
      const session = graph.driver.session(...options);
      return overriding(session, { run: run(session) });
    },
  }) as Driver;
  return {
    // What is planned is planned once: it is no cost of the request that is the first to need it.
    graph: { ...graph, driver, plans: ALL_PLANNED },
    takeCost: () => {
      const taken = cost;
      cost = { roundTrips: 0, hits: 0 };
      return taken;
    },
  };
}

const sum = ({ dbHits, children }: Profiled): number =>
  children.reduce((total, child) => total + sum(child), Number(dbHits));

/** The same object with some of its methods replaced. */
const overriding = <T extends object>(object: T, methods: Partial<Record<keyof T, unknown>>): T =>
  new Proxy(object, {
    get(target, name) {
      if (name in methods) return methods[name as keyof T];
      const value = target[name as keyof T];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
