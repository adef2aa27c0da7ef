/**
 * Every limit that the service ships with, and why. Times are milliseconds, sizes are bytes. They are made to fit each
 * other: a request ends within `HTTP.handlerTimeout` whatever the database does, and the server ends a query before that.
 */

/** The connection to Neo4j. */
export const DRIVER = {
  /** The driver's own defaults let a request hang for more than twenty seconds when packets are dropped. */
  connectTimeout: 2000,
  /** Less than the timeout margin below, so that a database that cannot be reached is told from one that hangs. */
  acquireTimeout: 2200,
  /** A command has no request that waits for it, and a cold database on a busy machine takes seconds for a connection. */
  patientAcquireTimeout: 30_000,
  /** More connections than reads run at once cost memory of the server; the batches need a handful. */
  poolSize: 50,
  /** Apart from those of readers, so that neither waits for the other's: two a write, one of which announces its commit. */
  writerPoolSize: 16,
  /**
   * Writes are repeated by the driver after a deadlock or a change of leader; reads once, see `read`. Its pauses double,
   * and it looks at this between them, so that the last try may be a minute after the first.
   */
  writeRetryTime: 30_000,
};

/** The comparison of renderings: what it takes grows with the product of their words. */
export const MATCHING = {
  /** Words of a rendering that are compared, the first ones: longer ones are told by them. */
  words: 600,
  /** Renderings that an index finds for one by its words, and by its speaker and days, the likeliest: of the first hardly more share rare words. */
  byWords: 20,
  bySpeaker: 30,
  /** Events and entities that an index finds for one. */
  likeEvents: 20,
  likeEntities: 20,
  /** What is told of an article or a run, the likeliest first: nobody decides about more at once. */
  told: 100,
  /** Letters of a word that is stemmed, which takes their square: what is longer is no word. */
  letters: 40,
};

/** Queries. */
export const QUERIES = {
  /** The server ends a read after this, and says so: people wait two seconds, not ten. */
  readTimeout: 2000,
  /** What a response needs beside its reads to be sent within the same time: several reads in a row share it. */
  sending: 200,
  /** Beyond that the connection is dead, since the server has not even said that it ended the query. */
  timeoutMargin: 500,
  /** A cold database on a busy machine takes seconds for the plan of a text; it takes no longer than this if it is well. */
  planning: 20_000,
  /** While it plans, it is asked this often for something else, to tell it from one that is gone. */
  pulse: 500,
  /** Texts of which is known that they are planned: as many as the managed server keeps plans of. */
  plans: 2000,
  /** A start waits no longer for plans before it counts as ready; what is left is planned beside the requests. */
  warmUp: 120_000,
  /** A batch of a load takes a second; what takes minutes waits for a lock that nobody gives up. */
  writeTimeout: 120_000,
  /** A commit of a batch takes some tenths of a second; one that is announced for longer belongs to a writer who died. */
  commitWithin: 10_000,
  /** A page is read again after a commit that it met, and given as one of no version after this. */
  settling: 1200,
  /** How often is asked whether a commit has ended. */
  settlingInterval: 10,
  /** A failed read is tried once more if it failed at once; after this the client has waited long enough. */
  quickFailure: 500,
};

/**
 * How many values a parameter may have. An index is asked for each, and for each pair where two parameters have several:
 * the longest page of so many pairs takes half a second.
 */
export const MAX_VALUES = 20;

/** Hits of a full-text search that are counted, as the Cypher says: more take longer than anybody waits. */
export const MAX_HITS = 10_000;

/** The longest texts of the model, in UTF-16 units. */
export const TEXTS = {
  /** Ids stand in URLs and in the keys of indexes, up to four of them in one. */
  id: 120,
  /** Names are looked up by an index, whose keys have at most 8 kB, and a parameter of a request has as many characters. */
  name: 200,
  /** What stands in one line: titles, labels and descriptions are shown whole in every list. */
  line: 1000,
  /** Browsers and proxies take URLs of about this. */
  url: 2000,
  /** Intervals and sets of dates are the longest, and take the parser longer the longer they are. */
  date: 100,
  /** CAMEO codes have at most four digits. */
  code: 4,
  /** Some pages of a book: a quotation is shown with every statement. */
  passage: 20_000,
  /** The text of an article: a book of 500 pages. Each quote is looked for in all of it. */
  article: 1_000_000,
};

/** Lists within what is sent. */
export const LISTS = {
  /** Other names of an entity, or speakers of an attribution: nothing has more, and each is looked up. */
  names: 1000,
  /**
   * Nodes of an index that are held to the filters of a page which it does not serve: a page that is not full then takes less from
   * the index of counts. Ten times fewer where relationships are followed.
   */
  scanned: 2000,
};

/** Lists of faults. */
export const FAULTS = {
  /** Nobody reads more at once, and the next check tells the rest. */
  told: 100,
  /** The detail of a problem is one paragraph. */
  inSentences: 10,
  /** Beyond that a document is wrong as a whole, and is not checked further. */
  counted: 100_000,
  /** Words that are not in a text are looked for in all of it, which takes up to a millisecond. */
  quotes: 1000,
  /** The same for a run over many files. */
  countedInFiles: 1000,
};

/** What is taken as JSON. */
export const JSON_TEXT = {
  /** The model is nine levels deep. What goes through a value level by level is safe with this. */
  depth: 32,
  /** An article of a thousand statements has some ten thousand; to build and to check each takes some microseconds. */
  values: 200_000,
  /** Nothing has a field of a longer name, and names are repeated in faults. */
  name: 200,
};

/** The check of a submission, in a thread of its own. */
export const CHECKING = {
  /** The largest article with a thousand quotes takes some seconds. */
  timeout: 10_000,
  /** Megabytes: a body of the greatest size as values, some of them twice. */
  memory: 256,
};

/**
 * Characters that the importer of Neo4j reads at once, by its default. In what is longer it looks for where the last row
 * begins, and goes wrong where texts hold line breaks: rows with them are given to it in shorter files. The longest row is
 * half as long, that of an article whose text is all quotation marks.
 */
export const IMPORT_BUFFER = 4 << 20;

/** What writes a share of the tables of a bulk load, in a thread of its own. */
export const BULK_THREAD = {
  /** One partition of a hundred million statements takes minutes. */
  timeout: 3_600_000,
  /** Megabytes: it holds one of 64 parts of all statements, and the labels of all events; what a process alone may take. */
  memory: 4096,
};

/** The draft of an article, in a thread of its own. */
export const DRAFTING = {
  /** Characters of its text: a long read of twenty pages, which takes some seconds on a busy machine. */
  text: 60_000,
  /** Milliseconds: what takes longer than this is no article. */
  timeout: 20_000,
  /** Megabytes: what the rules know, and a page of the greatest size as a document twice over. */
  memory: 512,
};

/** A model that is asked about an article. */
export const MODEL = {
  /** Characters of an article in one call: most articles whole, and so short that small models lose nothing of it. */
  characters: 12_000,
  /** Milliseconds of one call: a small machine writes some ten words a second. */
  timeout: 120_000,
  /** How often a call is sent again after what may pass, with pauses that double, or as long as `Retry-After` says. */
  retries: 3,
};

/** Requests. */
export const HTTP = {
  /** Who sends headers this slowly, or a whole request, holds a socket for nothing. */
  headersTimeout: 4000,
  requestTimeout: 5000,
  /** How often slow clients are looked for. */
  checkInterval: 1000,
  /** A refused client has this long to read why; then its socket is destroyed, whether it closes its own half or not. */
  closingGrace: 1000,
  /** A socket on which nothing moves for longer than any request may take has a client that does not read. */
  silence: 60_000,
  /** An idle connection is kept a little longer than load balancers keep theirs usually idle, and no more. */
  keepAliveTimeout: 72_000,
  /** Ids have at most 120 characters and names fewer than this. */
  maxParamLength: 200,
  /** Node's own; the client is told in its problem. */
  maxHeaderSize: 16 * 1024,
  /** Nothing but an article is long. */
  bodyLimit: 64 * 1024,
  articleLimit: 4 * 1024 * 1024,
  /** Reconciliation clients send batches of names as a form. */
  formLimit: 256 * 1024,
  /** There are two. */
  formFields: 20,
  /** Writing one article. */
  writeTimeout: 30_000,
  /** A body that fits into a packet is not made faster by compressing it. */
  leastCompressed: 1024,
  /** Seconds after which a write whose outcome is not known may be sent again: by then the locks it waited for are free. */
  writeRetryAfter: '10',
};

/** The check of a quotation. */
export const CHECK = {
  /** A paragraph; longer ones are several quotations. */
  quote: 2000,
  /** Hits of its words: enough for those of the speaker to be among them, few enough to be ranked in some milliseconds. */
  hits: 300,
  /** Statements that it is compared with, and as many of the speaker: each comparison takes up to a millisecond. */
  statements: 20,
  /** Characters of a text with quotations: a long article, which is a form of less than `HTTP.formLimit` in any script. */
  text: 20_000,
  /** Quotations of a text that are checked: they share the time of one response. */
  quotations: 20,
};

/** What is returned to agents, who read all of it and pay for each token. */
export const MCP = {
  /** A response by default: twenty of them leave most of a context to think in. */
  tokens: 2000,
  /** A response of which more was asked for: clients refuse or shorten what is longer than two or three times that. */
  mostTokens: 10_000,
  /** Items that are read by default: more than fit. */
  items: 20,
  mostItems: 100,
  /** Code points of a piece of an article: with what is said of it, as much as a response has. */
  articlePiece: 5000,
  /** Articles that are listed as resources: clients show them in a menu. */
  listedArticles: 100,
  /** Names that are offered while an argument is typed. */
  completions: 20,
};

/** Pages that people read. */
export const PAGES = {
  /** Spans that are marked in an article, the first ones: a read of more takes as long as a page may, on a busy machine. */
  spans: 3000,
  /** Statements whose cards stand beside an article; the others are linked. */
  statements: 500,
  /** Things of a kind in the site map: a format that takes 50,000 URLs in all, and a read of a second. */
  listed: 2000,
  /** Things of one kind that a change is told with, by their names: an article brings hundreds. */
  named: 12,
};

/** Load. */
export const LOAD = {
  /**
   * Responses that are read from the database at once. At most: as many fill the batches, and more bring no more. Enough:
   * as many fill one batch, so that fewer would not make each faster, unless they end too late to be of use.
   */
  reads: { most: 64, enough: 16 },
  /** The share of the time limit of a read that a response should take: where it takes more, fewer are read at once. */
  goodShare: 0.1,
  /** The share of that limit that a request may wait for its turn, so that enough is left to respond in time. */
  waitingShare: 0.05,
  /**
   * Refusals in a second that are sent at once. Clients that come back at once, without heeding Retry-After, would take
   * the processor from the responses; beyond this they are held back for up to `heldBack` milliseconds.
   */
  refusals: 500,
  heldBack: 500,
  /** Articles that are written at once: they wait for each other's locks, and the version moves on one at a time. */
  writes: 4,
  /** A writer rather waits than comes again, but not so long that its client gives up while it is written. */
  longestWriterWait: 15_000,
  /** What a write takes, until it is known. */
  firstWrite: 250,
  /** What a draft takes, until it is known. They are made one after another. */
  firstDraft: 1000,
  /** Connections in all: each takes a descriptor and some 30 kB, and most systems give a process at least 4096. */
  connections: 3000,
  /** Connections of one client: more than browsers and crawlers open, and few enough that six clients fit beside it. */
  connectionsPerClient: 500,
  /** Wrong keys that a client may send in a minute: a person mistypes one now and then, a guesser sends thousands. */
  wrongKeys: 10,
  /** A delay of the event loop like this means that the process is overwhelmed, by whatever. */
  eventLoopDelay: 1000,
  /** Seconds after which a client that was refused may try again. */
  retryAfter: '1',
  /** The same where the database, or this service, has to come back first. */
  retryAfterRestart: '5',
};

/** Starting the managed database again where it died. */
export const RESTARTS = {
  /** One that was killed is up again at once; one that dies of something else gets time for that to pass, half a minute in all. */
  pauses: [0, 1000, 2000, 4000, 8000, 16_000],
  /** One that ran this long did not die of its start, and the pauses begin anew. */
  steadyAfter: 60_000,
  /** How often a service looks after a database that it shares; it is ready again within half a minute. */
  watchInterval: 1000,
};

/** The log. */
export const LOG = {
  /** Bytes of lines that nobody has read yet; beyond that lines are left out, and their number is told. */
  backlog: 4 * 1024 * 1024,
};

/** The end of the process: what is under way is answered within this. */
export const GRACE = 10_000;

/** Lists as files of Parquet. */
export const PARQUET = {
  /** Rows that are collected and a group of them that is written; more is in the file beside it. */
  memory: '128MB',
  /** Bytes of files that are kept for those who ask again while the graph stays as it is. */
  kept: 1024 * 1024 * 1024,
  /** Requests that may wait for their file: one is made at a time, and one of a million statements takes a minute. */
  waiting: 8,
};

/** What commits are noted to have touched. */
export const CHANGES = {
  /** Commits: an index of counts that is further behind is built anew, which takes no longer than so many of them. */
  followed: 1000,
  /** Records that are looked through for when things were changed last: a feed is read every hour, and shows what is new. */
  scanned: 500,
  /** Ids of one commit: of more, the index reads as much as the graph of many services holds. */
  touched: 5000,
};

/** Counting statements in memory, in threads of their own. */
export const TALLYING = {
  /** Two fill two processors. */
  threads: 2,
  /** So many rows take a millisecond, and are counted without a thread. */
  rows: 100_000,
  /** Milliseconds; a million rows take ten. */
  timeout: 10_000,
  /** Megabytes: arrays are none of them. */
  memory: 128,
};

/** The index of counts. */
export const COLUMNS = {
  /** Raised where rows are made in another way although the files of SQL stay as they are. */
  layout: 1,
  /** What is read of the file beside the statements in memory; more is read again. */
  memory: '96MB',
  /** The rows of a million statements are put in order in it. */
  buildMemory: '192MB',
  /** The others of a small machine are Neo4j's and the event loop's. */
  threads: 2,
  /** Groups by whole numbers of so many bits are counted in an array, in half the time that hashing takes. */
  arrayBits: 17,
  /** Names of each kind that are kept as long as the index stays as it is. */
  names: 20_000,
  /** Texts that a connection keeps prepared. */
  prepared: 32,
  /** Sets of numbers that are kept as long as the index stays as it is, each of a bit for each statement at most. */
  kept: 32,
  /** Rows for which there is room in memory beside those of the file, for what is written later. */
  spare: 65_536,
  /** Counts at once. Each holds one of the four threads that Node reads files and compresses with, and two fill two processors. */
  gate: 2,
  /** Rows that are read out of the graph at once: more take memory of both and gain nothing. */
  page: 5000,
  /** Reading so many rows takes a cold database on a busy machine seconds. */
  readTimeout: 120_000,
  /** A count that finds the index behind waits this long for it, and is 503 then. */
  timeout: 1200,
  /** Days after which the file of a graph that nobody asked for is removed. */
  keptDays: 30,
  /** Files of services on the same graph that run beside each other on one machine. */
  files: 16,
};
