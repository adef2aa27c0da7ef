import { parseArgs } from 'node:util';
import { exportTo } from './commands/export.ts';
import { ingest, ingestBulk, validateOnly } from './commands/ingest.ts';
import { mcp } from './commands/mcp.ts';
import { serve } from './commands/serve.ts';
import { verify } from './commands/verify.ts';
import { readConfig } from './config.ts';
import { dbCommand } from './neo4j/admin/db-command.ts';
import { projectFolder } from './project.ts';

const USAGE = `onrecord <command>

  start                    find or start Neo4j, load the seed, serve the API
  serve                    the same without loading anything
  mcp                      serve agents on standard input and output (Model Context Protocol)
  ingest PATH…             load annotated articles (default: seed); --bulk makes a new
                           managed database out of them, for very many
  validate PATH…           check annotated articles without a database (default: seed)
  draft FILE…              draft the annotation of articles (text, HTML, Markdown; - is standard
                           input) into a folder; --out says which (default: drafts)
  export DIR               write what the graph holds as the folder that loads it again
  db start|stop|reset|status
                           the database on its own; reset asks, unless --yes is given
  db verify                prove the graph of any database: spans, ends, derived values
  db dump FILE             write the managed database, stopped, to a file
  db load FILE             make it anew out of one; asks, unless --yes is given

Settings are environment variables; README.md lists them.`;

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
  const [command, ...rest] = positionals;
  if (values.help || command === undefined || command === 'help') {
    console.log(USAGE);
    return;
  }
  const config = readConfig();
  if (command === 'start') await serve(config, { load: true });
  else if (command === 'serve') await serve(config, { load: false });
  else if (command === 'mcp') await mcp(config);
  else if (command === 'ingest') await (values.bulk ? ingestBulk : ingest)(config, rest);
  else if (command === 'validate') await validateOnly(rest);
  else if (command === 'export') await exportTo(config, rest[0]);
  else if (command === 'draft') {
    // The tagger takes half a second, which the other commands need not wait for.
    const { draftFiles } = await import('./commands/draft.ts');
    draftFiles(rest, values.out ?? 'drafts');
  } else if (command === 'draft:score') {
    const { printDraftScore } = await import('./commands/draft-score.ts');
    printDraftScore(rest);
  } else if (command === 'db' && rest[0] === 'verify') await verify(config);
  else if (command === 'db') {
    const [action = '', file] = rest;
    await dbCommand(action, config, { projectFolder, print: console.log, yes: values.yes ?? false, file });
  } else throw new Error(`There is no command ${JSON.stringify(command)}.\n\n${USAGE}`);
}

try {
  await run();
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}
