import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from '../server/run.ts';
import { supervise } from '../server/supervise.ts';
import type { Runtime, StoreContext } from '../types.ts';

interface ToolRun {
  /** The Neo4j home folder that holds the store and its settings. */
  home: string;
  args: string[];
  cwd?: string;
  /** A folder that is deleted when this process is killed; by default that of unfinished databases. */
  removeAtEnd?: string;
  /** Called several times a second with all output so far. */
  onOutput?: (output: string) => void;
}

/**
 * Runs a command of Neo4j's admin tool on a store whose server does not run, and returns what the tool printed.
 * @throws Error with the last of that where the tool fails.
 */
export async function runAdminTool(
  { config, runtime, folder, note }: StoreContext,
  { home, args, cwd, removeAtEnd = folder.unfinished, onOutput }: ToolRun,
): Promise<string> {
  const log = join(folder.unfinished, 'admin.log');
  writeFileSync(log, '');
  const command = toolCommand(runtime, home, [`-Xmx${config.NEO4J_HEAP}`], args);
  const tool = supervise(command, { log, cwd, env: toolEnvironment(home), removeAtEnd, note });
  const timer = setInterval(() => onOutput?.(readFileSync(log, 'utf8')), 200);
  const code = await tool.wait().finally(() => clearInterval(timer));
  const output = readFileSync(log, 'utf8');
  if (code === 0) return output;
  throw new Error(`Neo4j's admin tool failed (exit code ${code}):\n${lastLines(output, 12, '  ')}`);
}

/** The command line of the admin tool. */
export function toolCommand(runtime: Runtime, home: string, javaOptions: string[], args: string[]): string[] {
  const java = [runtime.program, ...javaOptions, ...runtime.arguments];
  return [...java, `-Dbasedir=${home}`, 'org.neo4j.cli.AdminTool', ...args];
}

export const toolEnvironment = (home: string) => ({ NEO4J_HOME: home, NEO4J_CONF: `${home}/conf` });
