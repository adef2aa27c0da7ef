/** A process that owns a managed database until it is killed: `node owner.ts <data folder>`. */
import { provideDatabase } from '../../src/neo4j/sources/provide.ts';
import { managedConfig as config } from '../support/managed-config.ts';

const [dataFolder = ''] = process.argv.slice(2);
await provideDatabase(config, { projectFolder: dataFolder, dataFolder, onProgress: () => {} });
process.stdout.write('ready\n');
setInterval(() => {}, 1000);
