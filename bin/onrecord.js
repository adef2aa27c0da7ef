#!/usr/bin/env node
// Plain JavaScript: an older Node must be able to run the check of its version.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const needed = Number(/\d+/.exec(engines.node)[0]);

if (Number.parseInt(process.versions.node, 10) < needed) {
  console.error(`On Record needs Node ${needed} or later; this is Node ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  if (import.meta.url.includes('/node_modules/')) await import('./installed.js');
  await import('../src/cli.ts');
}
