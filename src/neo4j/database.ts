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
}

/** One way to get a database does not work here; another one may. */
export class SourceUnavailable extends Error {
  override name = 'SourceUnavailable';
}
