import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

/** Scripts that npm runs by itself when it installs, packs, publishes or raises a version. */
const LIFECYCLE = [
  ...['dependencies', 'install', 'pack', 'prepare', 'prepublish', 'prepublishOnly', 'publish'],
  ...['uninstall', 'version', 'shrinkwrap', 'restart'],
].flatMap((name) => [name, `pre${name}`, `post${name}`]);

test('no script has the name of a lifecycle event of npm', () => {
  expect(Object.keys(packageJson.scripts).filter((name) => LIFECYCLE.includes(name))).toEqual([]);
});

test('no script runs before or after another by its name', () => {
  const names = Object.keys(packageJson.scripts);
  const hooks = names.flatMap((name) => [`pre${name}`, `post${name}`]);
  expect(names.filter((name) => hooks.includes(name))).toEqual([]);
});
