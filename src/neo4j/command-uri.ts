import type { Config } from '../config.ts';
import type { CommandOptions, KeptDatabase } from './command.ts';
import { existingAddress, useExisting } from './existing.ts';

const DUMP_THERE =
  ' Use what its server has for that: neo4j-admin database dump and load, or the backups of its host.';

/** A database that NEO4J_URI names: it can be asked whether it answers, and nothing else. */
export function keptElsewhere(config: Config, uri: string, options: CommandOptions): KeptDatabase {
  const notOurs =
    (verb: string, instead = '') =>
    async () => {
      throw new Error(
        `NEO4J_URI names the database at ${uri}: it is not On Record's to ${verb}.${instead}\nWithout NEO4J_URI this command is about the project's own database.`,
      );
    };
  return {
    start: notOurs('start'),
    stop: notOurs('stop'),
    beforeReset: async () => {
      await notOurs('delete')();
      return '';
    },
    reset: notOurs('delete'),
    dump: notOurs('dump', DUMP_THERE),
    beforeLoad: async () => {
      await notOurs('load into', DUMP_THERE)();
      return '';
    },
    load: notOurs('load into', DUMP_THERE),
    async status() {
      const { describe, database } = await useExisting(existingAddress(config)!);
      options.print(`${describe} answers, database ${database}`);
    },
  };
}
