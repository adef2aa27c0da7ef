/** A process that owns a managed database until it is killed: `node owner.ts <data folder>`. */
import { Settings } from '../../src/config.ts';
import { provideDatabase } from '../../src/neo4j/provide.ts';

const [dataFolder = ''] = process.argv.slice(2);
const config = Settings.parse({ NEO4J_SOURCE: 'managed', NEO4J_HEAP: '256m', NEO4J_PAGECACHE: '32m' });
await provideDatabase(config, { projectFolder: dataFolder, dataFolder, onProgress: () => {} });
process.stdout.write('ready\n');
setInterval(() => {}, 1000);
