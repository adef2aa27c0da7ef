// What differs where the package is installed as a dependency.
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';

// npm removes the folder of a package with all it holds, so the data are kept where the command is run.
process.env.ON_RECORD_DATA = resolve(process.env.ON_RECORD_DATA || '.on-record');

// Node strips the types of TypeScript files, but not below node_modules.
const sources = new URL('../src/', import.meta.url).href;
registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith(sources) || !url.endsWith('.ts')) return nextLoad(url, context);
    const source = stripTypeScriptTypes(readFileSync(new URL(url), 'utf8'));
    return { format: 'module', shortCircuit: true, source };
  },
});

// Node announces stripTypeScriptTypes as experimental with each start.
const { emitWarning } = process;
process.emitWarning = (warning, ...rest) => {
  if (!String(warning).includes('stripTypeScriptTypes')) emitWarning.call(process, warning, ...rest);
};
