import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from './config.ts';
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

Settings are environment variables; README.md lists them.`;

interface Options {
  bulk?: boolean;
  out?: string;
  yes?: boolean;
}

/** What each command does; each loads what it needs alone. */
const COMMANDS: Record<string, (config: Config, rest: string[], options: Options) => Promise<void>> = {
  async start(config) {
    const { serve } = await import('./commands/serve.ts');
    await serve(config, { load: true });
  },
  async serve(config) {
    const { serve } = await import('./commands/serve.ts');
    await serve(config, { load: false });
  },
  async mcp(config) {
    const { mcp } = await import('./commands/mcp.ts');
    await mcp(config);
  },
  async ingest(config, paths, { bulk }) {
    const { ingest, ingestBulk } = await import('./commands/ingest.ts');
    await (bulk ? ingestBulk : ingest)(config, paths);
  },
  async validate(config, paths) {
    const { validateOnly } = await import('./commands/ingest.ts');
    await validateOnly(config, paths);
  },
  async draft(config, files, { out = 'drafts' }) {
    const { draftFiles } = await import('./commands/draft.ts');
    await draftFiles(files, out, config);
  },
  async 'draft:score'(_config, files) {
    const { printDraftScore } = await import('./commands/draft-score.ts');
    printDraftScore(files);
  },
  async review(_config, [folder]) {
    const { review } = await import('./commands/review.ts');
    await review(folder);
  },
  async export(config, [folder]) {
    const { exportTo } = await import('./commands/export.ts');
    await exportTo(config, folder);
  },
  async db(config, [action = '', file], { yes = false }) {
    if (action === 'verify') {
      const { verify } = await import('./commands/verify.ts');
      await verify(config);
    } else if (action === 'migrate') {
      const { migrate } = await import('./commands/migrate.ts');
      await migrate(config);
    } else {
      const { dbCommand } = await import('./neo4j/admin/db-command.ts');
      await dbCommand(action, config, { projectFolder, print: console.log, yes, file });
    }
  },
};

/** Runs one command; what goes wrong is told in one message, and the exit code is 1. */
async function run(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      bulk: { type: 'boolean' },
      out: { type: 'string' },
      yes: { type: 'boolean', short: 'y' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [name = 'help', ...rest] = positionals;
  if (values.help || name === 'help') console.log(USAGE);
  else if (Object.hasOwn(COMMANDS, name)) await COMMANDS[name]!(readConfig(), rest, values);
  else throw new Error(`There is no command ${JSON.stringify(name)}.\n\n${USAGE}`);
}

try {
  await run();
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}
