import { serve } from './commands/serve.ts';
import { readConfig } from './config.ts';

try {
  await serve(readConfig(), { load: false });
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}
