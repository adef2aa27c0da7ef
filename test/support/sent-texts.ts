import type { Driver, ManagedTransaction, Session } from 'neo4j-driver';
import type { Graph } from '../../src/db/client.ts';

/** The same graph, with the texts that are sent to it, each with whether its transaction had changed something before. */
export function recorded(graph: Graph): { graph: Graph; sent: Set<string> } {
  const sent = new Set<string>();
  const runOf = (runner: Session | ManagedTransaction) => {
    let hasChanged = false;
    return (text: string, ...rest: [object?]) => {
      sent.add(`${hasChanged ? 'after a change' : 'first'}: ${text}`);
      hasChanged ||= /^(?:MERGE|CREATE|SET|DELETE|DETACH|REMOVE)\b/m.test(text);
      return runner.run(text, ...rest);
    };
  };
  const recording = <Of extends object>(of: Of, properties: object): Of =>
    new Proxy(of, {
      get(target, name) {
        if (name in properties) return (properties as Record<string | symbol, unknown>)[name];
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const driver = (of: Driver) =>
    recording(of, {
      session: (...given: Parameters<Driver['session']>) => {
        const session = of.session(...given);
        return recording(session, {
          run: runOf(session),
          executeWrite: <T>(work: (transaction: ManagedTransaction) => Promise<T>, ...rest: [object?]) =>
            session.executeWrite(
              (transaction) => work(recording(transaction, { run: runOf(transaction) })),
              ...rest,
            ),
        });
      },
    });
  return { graph: { ...graph, driver: driver(graph.driver), writer: driver(graph.writer) }, sent };
}
