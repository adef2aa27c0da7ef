// Plain JavaScript: the hook that strips types where the package is installed is one of each thread.
if (import.meta.url.includes('/node_modules/')) await import('./installed.js');
await import('../src/columns/tally/tally-worker.ts');
