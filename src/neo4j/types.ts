import type { Config } from '../config.ts';

/** What it takes to connect to a database. */
export interface ConnectionDetails {
  uri: string;
  user: string;
  password: string;
  database: string;
}

/** A Neo4j that is ready for queries. */
export interface Database extends ConnectionDetails {
  source: 'uri' | 'docker' | 'managed';
  /** One line for people: which database this is, and where. It never holds the password. */
  describe: string;
  /** Has it started again where it dies, until `stop`, and is told what becomes of it. Absent where others see to that. */
  watch?(policy: RestartPolicy, report: (news: DatabaseNews) => void): void;
  /** Stops what the call that returned this started, and nothing else. Safe to call twice. */
  stop(): Promise<void>;
}

/** What became of a database that is watched. */
export interface DatabaseNews {
  /** `lost` where it is not started again any more. */
  state: 'down' | 'up' | 'lost';
  /** What happened and what is done about it, in sentences for people. */
  text: string;
}

/** How a database that died is started again; times are milliseconds. */
export interface RestartPolicy {
  /** Before each try in a row; after the last one it is lost. */
  pauses: readonly number[];
  /** After running for so long, the pauses begin anew. */
  steadyAfter: number;
  /** How often is looked after one that runs in the background. */
  watchInterval: number;
}

/** How a database is requested. */
export interface ProvideOptions {
  /** The root of the project, which holds the data folder and docker-compose.yml. */
  projectFolder: string;
  /** Replaces the folder that ON_RECORD_DATA names. */
  dataFolder?: string;
  /** Called with one line at a time while something takes long. */
  onProgress: (text: string) => void;
  /** An empty database that stop deletes: for tests. */
  ephemeral?: boolean;
  /** Use the database that another process of this project runs in the same data folder. */
  join?: boolean;
  /** Lines of neo4j.conf that a managed database has beside its own: for tests. */
  settings?: string;
  /** Creates the store of a managed database before its server starts for the first time. */
  fill?: (context: StoreContext) => Promise<void>;
}

/** One source cannot provide a database on this machine; another one may. */
export class SourceUnavailable extends Error {
  override name = 'SourceUnavailable';
}

/** How to run a class of Neo4j: the Java program, and the arguments that precede the name of the class. */
export interface Runtime {
  program: string;
  arguments: string[];
}

/** A managed database that this process has locked, and what it takes to run Neo4j's programs on it. */
export interface StoreContext {
  config: Config;
  settings?: string;
  runtime: Runtime;
  folder: ManagedFolder;
  /** A folder that is deleted when a program on the store is told to end, even if this process was killed. */
  removeAtEnd?: string;
  /** Adds to the lock file which processes work on the store. */
  note: (news: Partial<ManagedRecord>) => void;
  onProgress: (text: string) => void;
}

/** The paths of one managed database. `home` is Neo4j's own home folder. */
export interface ManagedFolder {
  home: string;
  lock: string;
  password: string;
  settings: string;
  data: string;
  /** Inside `data`; it exists from the first start on. */
  store: string;
  /** A new database is made here, and is moved to `data` when it is complete. */
  unfinished: string;
  /** The data that a load is about to replace. */
  previous: string;
  /** What Java itself prints, such as a crash or a port in use. */
  console: string;
  log: string;
  /** Holds one file for each service that uses a database in the background. */
  users: string;
}

/** Identifies a process for good. Its number alone does not: the system reuses numbers. */
export interface ProcessMark {
  pid: number;
  started: string;
}

/** The least that a lock file holds. */
export interface LockRecord {
  holder: ProcessMark;
}

/** What the lock file of a managed database holds. */
export interface ManagedRecord extends LockRecord {
  state: 'starting' | 'foreground' | 'background' | 'restarting' | 'stopping';
  since: string;
  uri?: string;
  supervisor?: ProcessMark;
  java?: ProcessMark;
}

/** What `npm run db` does to a database. */
export type DbAction = 'start' | 'stop' | 'status' | 'reset' | 'dump' | 'load';

/** The options of `npm run db`. */
export interface DbOptions extends Pick<ProvideOptions, 'projectFolder' | 'dataFolder'> {
  print: (text: string) => void;
  /** Replace or delete data without asking. */
  yes?: boolean;
  /** The file of `dump` and `load`. */
  file?: string;
}

/** Administers the database of one source. */
export interface DatabaseAdmin {
  start(): Promise<void>;
  stop(): Promise<void>;
  status(): Promise<void>;
  /** Describes the data that a reset deletes; empty where there is none. Throws where a reset is not possible now. */
  beforeReset(): Promise<string>;
  reset(): Promise<void>;
  dump(file: string): Promise<void>;
  /** Describes the data that a load replaces; empty where there is none. Throws where a load is not possible now. */
  beforeLoad(file: string): Promise<string>;
  load(file: string): Promise<void>;
}
