import { describe, expect, it } from 'vitest';
import { Settings } from '../../src/config.ts';
import { dbCommand } from '../../src/neo4j/admin/db-command.ts';
import { neo4jSettings } from '../../src/neo4j/server/settings.ts';
import { explainFailure } from '../../src/neo4j/server/verify-database.ts';
import { noDatabase, provideDatabase, sourcesInOrder } from '../../src/neo4j/sources/provide.ts';
import { uriConnection } from '../../src/neo4j/sources/uri.ts';

const unreachable = Settings.parse({ NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'a secret' });
const options = { projectFolder: '/nowhere', onProgress: () => {} };

describe('the order of sources', () => {
  it('is Docker, then the managed server', () => {
    expect(sourcesInOrder('auto', false)).toEqual(['docker', 'managed']);
  });

  it('starts where the data already is', () => {
    expect(sourcesInOrder('auto', true)).toEqual(['managed', 'docker']);
  });

  it('is what NEO4J_SOURCE says', () => {
    expect(sourcesInOrder('docker', true)).toEqual(['docker']);
    expect(sourcesInOrder('managed', false)).toEqual(['managed']);
  });
});

describe('NEO4J_URI', () => {
  it('needs a password, and says so', () => {
    const config = Settings.parse({ NEO4J_URI: 'bolt://db.example:7687' });
    expect(() => uriConnection(config)).toThrow(/bolt:\/\/db\.example:7687, but NEO4J_PASSWORD is not/);
  });

  it('is named in the error where nothing answers, within seconds and without the password', async () => {
    const error = await provideDatabase(unreachable, options).catch((error: Error) => error.message);
    expect(error).toBe(
      'No database can be reached at bolt://127.0.0.1:1 (user neo4j, database neo4j): connect ECONNREFUSED 127.0.0.1:1',
    );
  }, 6000);

  it('is explained where the password or the database is wrong', () => {
    const address = { uri: 'bolt://db', user: 'neo4j', password: 'a secret', database: 'films' };
    const explain = (code: string) => explainFailure(address, { code, message: 'a secret' });
    expect(explain('Neo.ClientError.Security.Unauthorized')).toMatch(
      /bolt:\/\/db.*refused the user or the password/,
    );
    expect(explain('Neo.ClientError.Database.DatabaseNotFound')).toMatch(/no database named films/);
  });

  it.each(['start', 'stop', 'reset'] as const)('is not ours to %s', async (action) => {
    const command = dbCommand(action, unreachable, { projectFolder: '/nowhere', print: () => {}, yes: true });
    await expect(command).rejects.toThrow(
      /NEO4J_URI names the database at bolt:\/\/127\.0\.0\.1:1: it is not/,
    );
  });
});

describe('a machine without any way to a database', () => {
  it('is told the three ways, and why each failed', () => {
    const text = noDatabase(['docker: no engine answers', 'mvn: not found on the PATH'], 'auto');
    for (const way of ['NEO4J_URI', 'Docker engine', 'Java 17 or 21 and Maven']) expect(text).toContain(way);
    expect(text).toMatch(
      /What was tried:\n {2}NEO4J_URI: not set\n {2}docker: no engine answers\n {2}mvn: not found/,
    );
  });
});

describe('the settings of the managed server', () => {
  const text = neo4jSettings(Settings.parse({ NEO4J_HEAP: '1g' }), 4711);

  it('keep it on loopback, without a web server or reports', () => {
    expect(text).toContain('server.bolt.listen_address=127.0.0.1:4711');
    expect(text).toContain('server.http.enabled=false');
    expect(text).toContain('dbms.usage_report.enabled=false');
    expect(text).not.toContain('0.0.0.0:');
  });

  it('take memory from the configuration', () => {
    expect(text).toContain('server.memory.heap.max_size=1g');
    expect(text).toContain('server.memory.pagecache.size=256m');
  });
});
