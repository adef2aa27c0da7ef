import type { Config } from '../config.ts';
import type { ManagedFolder, ManagedRecord } from './managed-folder.ts';
import type { Runtime } from './runtime.ts';

/** A Neo4j that is ready for queries, and how to let go of it. */
export interface Database {
  uri: string;
  user: string;
  password: string;
  database: string;
  source: 'uri' | 'docker' | 'managed';
  /** One line for people: which database this is, and where. Never holds the password. */
  describe: string;
  /** Stops what the call that returned this started, and nothing else. Safe to call twice. */
  stop(): Promise<void>;
}

/** What it takes to reach a database. */
export type Address = Pick<Database, 'uri' | 'user' | 'password' | 'database'>;

/** How a database is asked for. */
export interface ProvideOptions {
  /** The project's root: the data folder and docker-compose.yml are found from here. */
  projectFolder: string;
  /** Replaces the folder that ON_RECORD_DATA names. */
  dataFolder?: string;
  /** Called with one line at a time while something takes long. */
  onProgress: (text: string) => void;
  /** An empty database that is thrown away at stop: for tests. */
  ephemeral?: boolean;
  /** Where a start of this project already runs a database in the same data folder, use that one. */
  join?: boolean;
  /** Puts the store of a managed database in its place, before the server starts for the first time. */
  fill?: (place: Place) => Promise<void>;
}

/** A managed database that is to be filled while its server does not run. */
export interface Place {
  config: Config;
  runtime: Runtime;
  folder: ManagedFolder;
  /** A folder that is to go when this process is killed. */
  removeAtEnd?: string;
  /** Told who works on it, as soon as that is known. */
  note(news: Partial<ManagedRecord>): void;
}

/** One way to get a database does not work here; another one may. */
export class SourceUnavailable extends Error {
  override name = 'SourceUnavailable';
}
