import { describe, expect, test } from 'vitest';
import { readConfig, writeKeysOf } from '../../src/config.ts';

const FIRST = 'a-first-key-of-some-length';
const SECOND = 'a-second-key-of-some-length';
const THIRD = 'a-third-key-of-some-length';

describe('the settings', () => {
  test('have defaults, and an empty variable counts as unset', () => {
    const config = readConfig({ PORT: '', HOST: '', NEO4J_URI: '' });
    expect(config).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      NEO4J_SOURCE: 'auto',
      NEO4J_USER: 'neo4j',
    });
    expect(config.NEO4J_URI).toBeUndefined();
  });

  test.each([
    ['PORT', 'abc', 'expected a whole number'],
    ['PORT', '3000.5', 'expected a whole number'],
    ['PORT', '-1', 'expected a whole number'],
    ['PORT', '70000', '65535'],
    ['NEO4J_URI', 'http://localhost:7474', 'expected bolt://, neo4j:// or their +s forms'],
    ['NEO4J_SOURCE', 'podman', 'docker'],
    ['NEO4J_HEAP', '512', 'expected a size such as 512m or 1g'],
    ['LOG_LEVEL', 'loud', 'warn'],
    ['PUBLIC_URL', 'record.example', 'expected a URL such as https://record.example'],
    ['PUBLIC_URL', 'ftp://record.example', 'expected a URL such as https://record.example'],
    ['PUBLIC_URL', 'https://record.example/?a=1', 'without user, query or fragment'],
  ])('%s=%s is refused by name', (name, value, expected) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(`${name}: `);
    expect(read).toThrow(expected);
    expect(read).toThrow(`(got ${JSON.stringify(value)})`);
  });

  test.each([
    ['https://record.example', 'https://record.example'],
    ['https://record.example/', 'https://record.example'],
    ['http://localhost:8080/record/', 'http://localhost:8080/record'],
  ])('PUBLIC_URL=%s is what ids begin with', (given, expected) => {
    expect(readConfig({ PUBLIC_URL: given }).PUBLIC_URL).toBe(expected);
  });

  test.each([
    'a key with spaces in it',
    'a-key-with-a-line-break\n',
    ' a-key-that-begins-with-a-space',
    'a-key-outside-ascii-é-of-some-length',
    'two-keys-of-some-length,another-key-of-some-length',
    'name:a-key-of-some-length-beside-its-name',
    '"a-key-of-some-length-in-quotes"',
    'a-key-with=an-equals-sign-within',
    '=====================',
    '\t\n',
    'too-short',
  ])('the key %j, which no client could send, is refused and not shown', (key) => {
    const read = () => readConfig({ WRITE_KEY: key });
    expect(read).toThrow(/WRITE_KEY: expected (one key of letters, digits|a key of at least 20)/);
    expect(read).toThrow('(got something else)');
  });

  test.each(['correct-horse_battery.staple~', 'c29tZSBieXRlcyBpbiBiYXNlNjQ+/w==', '0123456789abcdef0123'])(
    'the key %s is taken',
    (key) => {
      expect(readConfig({ WRITE_KEY: key }).WRITE_KEY).toBe(key);
    },
  );

  test('keys have the names of who has them, and the key without one is the operator’s', () => {
    const config = readConfig({ WRITE_KEYS: `alice:${FIRST}, bob.b:${SECOND}`, WRITE_KEY: THIRD });
    expect(writeKeysOf(config)).toEqual([
      { name: 'operator', key: THIRD },
      { name: 'alice', key: FIRST },
      { name: 'bob.b', key: SECOND },
    ]);
    expect(writeKeysOf(readConfig({}))).toEqual([]);
  });

  test.each([
    ['a key alone', FIRST, 'entry 1: expected NAME:KEY'],
    ['a key without a name', `alice:${FIRST},:${SECOND}`, 'entry 2: expected a name of 1 to 40'],
    ['a name and a key the wrong way round', `${FIRST}:alice`, 'entry 1: expected'],
    ['a name with a space', `alice a:${FIRST}`, 'entry 1: expected a name of 1 to 40'],
    ['a name in capitals', `Alice:${FIRST}`, 'entry 1: expected a name of 1 to 40'],
    ['a short key', `alice:${FIRST},bob:short`, 'entry 2: expected a key of at least 20 characters'],
    ['a key with a colon', `alice:${FIRST}:x`, 'entry 1: expected one key of letters'],
    ['no key', 'alice:', 'entry 1: expected'],
    ['a comma at the end', `alice:${FIRST},`, 'entry 2: expected NAME:KEY'],
    [
      'one name twice',
      `alice:${FIRST},alice:${SECOND}`,
      'entry 2: expected another name than that of entry 1',
    ],
    ['one key twice', `alice:${FIRST},bob:${FIRST}`, 'entry 2: expected another key than that of entry 1'],
    ['lines', `alice:${FIRST}\nbob:${SECOND}`, 'entry 1: expected one key of letters'],
  ])('keys with %s are refused, and not shown', (_title, keys, expected) => {
    const read = () => readConfig({ WRITE_KEYS: keys });
    expect(read).toThrow(`WRITE_KEYS: ${expected}`);
    expect(read).toThrow('(got something else)');
    expect(read).not.toThrow(FIRST);
  });

  test.each([`operator:${SECOND}`, `alice:${FIRST}`])(
    'keys that could be those of two, %s, are refused',
    (keys) => {
      expect(() => readConfig({ WRITE_KEY: FIRST, WRITE_KEYS: keys })).toThrow(
        /WRITE_KEYS: entry 1: expected another name than operator and another key/,
      );
    },
  );

  test.each(['127.0.0.1', 'loopback, 10.0.0.0/8', '::1,fd00::/8', '10.1.0.0/255.255.0.0,uniquelocal'])(
    '%s are proxies',
    (proxies) => {
      expect(readConfig({ TRUST_PROXY: proxies }).TRUST_PROXY).toBe(proxies);
    },
  );

  test.each(['nonsense', '10.0.0.0/64', '1', 'true', '127.0.0.1,', 'proxy.example'])(
    'the proxies %s are refused',
    (proxies) => {
      expect(() => readConfig({ TRUST_PROXY: proxies })).toThrow('TRUST_PROXY: expected IP addresses');
    },
  );

  test.each([
    [{ NEO4J_HEAP: '16m' }, 'NEO4J_HEAP: expected at least 64m (got "16m")'],
    [{ NEO4J_HEAP: '65535K' }, 'NEO4J_HEAP: expected at least 64m'],
    [{ NEO4J_PAGECACHE: '1k' }, 'NEO4J_PAGECACHE: expected at least 1m'],
  ])('a size that Neo4j does not start with, %o, is refused', (settings, expected) => {
    expect(() => readConfig(settings)).toThrow(expected);
    expect(readConfig({ NEO4J_HEAP: '1G', NEO4J_PAGECACHE: '1024k' }).NEO4J_HEAP).toBe('1G');
  });

  test('are refused all at once', () => {
    expect(() => readConfig({ PORT: 'x', NEO4J_HEAP: 'x', LOG_LEVEL: 'x' })).toThrow(
      /PORT[\s\S]*LOG_LEVEL[\s\S]*NEO4J_HEAP/,
    );
  });

  test.each(['bolt://h:1', 'bolt+s://h', 'bolt+ssc://h', 'neo4j://h', 'neo4j+s://x.databases.neo4j.io'])(
    '%s is an address',
    (uri) => {
      expect(readConfig({ NEO4J_URI: uri }).NEO4J_URI).toBe(uri);
    },
  );
});
