// `npm run audit:dependencies`: asks the registry for known vulnerabilities of what is installed and compares the licences;
// `--write` writes docs/licences.md anew.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/project.ts';
import { licencesDocument } from './licences.ts';

const file = join(projectFolder, 'docs/licences.md');
if (process.argv.includes('--write')) writeFileSync(file, licencesDocument());
if (readFileSync(file, 'utf8') === licencesDocument())
  console.log('licences: docs/licences.md is up to date');
else fail('docs/licences.md is not what the lock file says: npm run audit:dependencies -- --write');

interface Audit {
  metadata?: { vulnerabilities: Record<string, number> };
}

const audit = await new Promise<Audit>((resolve) => {
  execFile('npm', ['audit', '--omit=dev', '--json'], { cwd: projectFolder }, (_error, stdout) => {
    resolve(parsed(stdout));
  });
});
const known = audit.metadata?.vulnerabilities;
if (!known) console.log('audit: NOT DONE, the registry does not respond; this is no pass');
else if (known.high! + known.critical! > 0)
  fail(
    `audit: ${known.critical} critical and ${known.high} high vulnerabilities are known: npm audit --omit=dev`,
  );
else
  console.log(
    `audit: no high or critical vulnerability is known, ${known.moderate} moderate, ${known.low} low`,
  );

function parsed(text: string): Audit {
  try {
    return JSON.parse(text) as Audit;
  } catch {
    return {};
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
