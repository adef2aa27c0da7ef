import type { Config } from '../config.ts';
import type { CommandOptions, KeptDatabase } from './command.ts';
import { existingAddress, useExisting } from './existing.ts';

/** A database that NEO4J_URI names: it can be asked whether it answers, and nothing else. */
export function keptElsewhere(config: Config, uri: string, options: CommandOptions): KeptDatabase {
  const notOurs = (verb: string) => async () => {
    throw new Error(
      `NEO4J_URI names the database at ${uri}: it is not On Record's to ${verb}.\nWithout NEO4J_URI this command is about the project's own database.`,
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
    async status() {
      const { describe, database } = await useExisting(existingAddress(config)!);
      options.print(`${describe} answers, database ${database}`);
    },
  };
}
