import { describe, expect, test } from 'vitest';
import { errorLine } from '../../src/neo4j/docker/engine.ts';
import { refusePassword } from '../../src/neo4j/docker/refuse-password.ts';

const WARNING =
  "WARNING: Error parsing config file (/home/me/.docker/config.json): invalid character 'b' looking for beginning of object key string";
const CANNOT =
  'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';

describe('why Docker fails', () => {
  test('is its error, and after that what it warns of', () => {
    expect(errorLine(`${WARNING}\n${WARNING}\n${CANNOT}\n`)).toBe(`${CANNOT} (${WARNING})`);
    expect(errorLine(`\n${CANNOT}`)).toBe(CANNOT);
  });

  test('is the last error of several lines, since progress comes first', () => {
    const output = `${WARNING}
 Container on-record-neo4j-1  Creating
 Container on-record-neo4j-1  Error
dependency failed to start: container on-record-neo4j-1 is unhealthy`;
    expect(errorLine(output)).toMatch(/^dependency failed to start: .* is unhealthy \(WARNING: /);
  });

  test('is what it prints, where that reads like no error', () => {
    expect(errorLine('Network on-record_default  Creating')).toBe('Network on-record_default  Creating');
    expect(errorLine(WARNING)).toBe(WARNING);
    expect(errorLine(' \n')).toBe('no output');
  });
});

describe('the password of Neo4j in Docker', () => {
  test.each([
    ['short', 'has fewer than 8 characters'],
    ['neo4j', 'has fewer than 8 characters'],
    ['🔑🔑🔑🔑', 'has fewer than 8 characters'],
    ['with/slash-in-it', 'contains a slash'],
    ['-looks-like-an-option', 'begins with - or @'],
    ['@looks-like-a-file', 'begins with - or @'],
    ['two\nlines-of-it', 'contains a line break'],
    ['a password with an end ', 'begins or ends with a space'],
  ])('is not %j, and the message does not repeat it', (password, reason) => {
    const refused = () => refusePassword(password);
    expect(refused).toThrow(reason);
    expect(refused).not.toThrow(password);
  });

  test.each([undefined, 'eight-88', 'a sentence as a password', '€$"\'\\{}#é🔑'])('can be %j', (password) => {
    expect(() => refusePassword(password)).not.toThrow();
  });
});
