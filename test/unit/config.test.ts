import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

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
