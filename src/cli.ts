import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import packageJson from '../package.json' with { type: 'json' };
import { type Config, readConfig } from './config.ts';
import type { DbAction } from './neo4j/types.ts';
import { projectFolder } from './project.ts';

// Where modules are found compiled, a command starts in little more than half the time.
enableCompileCache();

const USAGE = `onrecord <command>

  start                    find or start Neo4j, load the seed, serve the API
  serve                    the same without loading anything
  mcp                      serve agents on standard input and output (Model Context Protocol)
  ingest PATH…             load annotated articles (default: seed); --bulk makes a new
                           managed database out of them, for very many
  validate PATH…           check annotated articles (default: seed), and say what of them the graph
                           has already, where a database runs
  draft FILE…              draft the annotation of articles (text, HTML, Markdown; - is standard
                           input) into a folder; --out says which (default: drafts)
  review FOLDER            decide on each fact of a draft, in a terminal; each decision is kept
  export DIR               write what the graph holds as the folder that loads it again
  db start|stop|reset|status
                           the database on its own; reset asks, unless --yes is given
  db migrate               lift the graph of an older version to this one, where that can be done
  db verify                prove the graph of any database: spans, ends, derived values
  db dump FILE             write the managed database, stopped, to a file
  db load FILE             make it anew out of one; asks, unless --yes is given

  --version, --help        say which version this is, or this

Settings are environment variables; README.md lists them.`;

const OPTIONS = {
  bulk: { type: 'boolean' },
  out: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

interface Options {
  bulk?: boolean;
  out?: string;
  yes?: boolean;
}

interface Command {
  /** How many words may follow its name. */
  most: number;
  options?: readonly (keyof Options)[];
  /** Loads what it needs, and nothing for other commands. */
  run(config: Config, rest: string[], options: Options): Promise<void>;
}

const ANY_NUMBER = Number.POSITIVE_INFINITY;

const serving = (options: { load: boolean }): Command => ({
  most: 0,
  async run(config) {
    const { serve } = await import('./commands/serve.ts');
    await serve(config, options);
  },
});

const ofDatabase = (action: DbAction, takes: Pick<Command, 'most' | 'options'> = { most: 0 }): Command => ({
  ...takes,
  async run(config, [file], { yes = false }) {
    const { dbCommand } = await import('./neo4j/admin/db-command.ts');
    await dbCommand(action, config, { projectFolder, print: console.log, yes, file });
  },
});

const COMMANDS: Record<string, Command> = {
  start: serving({ load: true }),
  serve: serving({ load: false }),
  mcp: {
    most: 0,
    async run(config) {
      const { mcp } = await import('./commands/mcp.ts');
      await mcp(config);
    },
  },
  ingest: {
    most: ANY_NUMBER,
    options: ['bulk'],
    async run(config, paths, { bulk }) {
      const { ingest, ingestBulk } = await import('./commands/ingest.ts');
      await (bulk ? ingestBulk : ingest)(config, paths);
    },
  },
  validate: {
    most: ANY_NUMBER,
    async run(config, paths) {
      const { validateOnly } = await import('./commands/ingest.ts');
      await validateOnly(config, paths);
    },
  },
  draft: {
    most: ANY_NUMBER,
    options: ['out'],
    async run(config, files, { out = 'drafts' }) {
      const { draftFiles } = await import('./commands/draft.ts');
      await draftFiles(files, out, config);
    },
  },
  'draft:score': {
    most: ANY_NUMBER,
    async run(_config, files) {
      const { printDraftScore } = await import('./commands/draft-score.ts');
      printDraftScore(files);
    },
  },
  review: {
    most: 1,
    async run(_config, [folder]) {
      const { review } = await import('./commands/review.ts');
      await review(folder);
    },
  },
  export: {
    most: 1,
    async run(config, [folder]) {
      const { exportTo } = await import('./commands/export.ts');
      await exportTo(config, folder);
    },
  },
  'db start': ofDatabase('start'),
  'db stop': ofDatabase('stop'),
  'db status': ofDatabase('status'),
  'db reset': ofDatabase('reset', { most: 0, options: ['yes'] }),
  'db dump': ofDatabase('dump', { most: 1 }),
  'db load': ofDatabase('load', { most: 1, options: ['yes'] }),
  'db verify': {
    most: 0,
    async run(config) {
      const { verify } = await import('./commands/verify.ts');
      await verify(config);
    },
  },
  'db migrate': {
    most: 0,
    async run(config) {
      const { migrate } = await import('./commands/migrate.ts');
      await migrate(config);
    },
  },
};

/** Runs one command; what goes wrong is told in one message, and the exit code is 1. */
async function run(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const { help, version, ...options } = values;
  const length = positionals[0] === 'db' ? 2 : 1;
  const name = positionals.slice(0, length).join(' ');
  const rest = positionals.slice(length);
  if (version) return console.log(packageJson.version);
  if (help || name === 'help' || name === '') return console.log(USAGE);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new Error(`There is no command ${JSON.stringify(name)}.\n\n${USAGE}`);
  refuseUnused(name, command, rest, options);
  await command.run(readConfig(), rest, options);
}

/** What a command would not look at was meant for something. */
function refuseUnused(name: string, command: Command, rest: string[], given: Options): void {
  const most = command.most === 0 ? 'nothing' : 'one path';
  const extra = rest[command.most];
  if (extra !== undefined)
    throw new Error(`${name} takes ${most}, and ${JSON.stringify(extra)} is beside it.\n\n${USAGE}`);
  const option = Object.keys(given).find((one) => !command.options?.includes(one as keyof Options));
  if (option !== undefined) throw new Error(`${name} has no option --${option}.\n\n${USAGE}`);
}

try {
  await run();
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}
