import type { Config } from '../../config.ts';
import { provideUri, uriConnection } from '../sources/uri.ts';
import type { DatabaseAdmin, DbOptions } from '../types.ts';

const DUMP_HINT =
  ' Use what its server has for that: neo4j-admin database dump and load, or the backups of its host.';

/** Administers the database that NEO4J_URI names: On Record shows its status, and refuses the rest. */
export function uriAdmin(config: Config, uri: string, { print }: DbOptions): DatabaseAdmin {
  const refuse =
    (verb: string, hint = '') =>
    async (): Promise<never> => {
      throw new Error(
        `NEO4J_URI names the database at ${uri}: it is not On Record's to ${verb}.${hint}\nWithout NEO4J_URI this command is about the project's own database.`,
      );
    };
  return {
    start: refuse('start'),
    stop: refuse('stop'),
    beforeReset: refuse('delete'),
    reset: refuse('delete'),
    dump: refuse('dump', DUMP_HINT),
    beforeLoad: refuse('load into', DUMP_HINT),
    load: refuse('load into', DUMP_HINT),
    async status() {
      const { describe, database } = await provideUri(uriConnection(config)!);
      print(`${describe} responds, database ${database}`);
    },
  };
}
