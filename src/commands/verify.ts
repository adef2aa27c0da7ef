import type { Config } from '../config.ts';
import { type Verification, verification } from '../verify/verify.ts';
import { type CommandState, databaseSteps, release } from './prepare.ts';
import { runSteps, type Step } from './steps.ts';

interface VerifyState extends CommandState {
  verification?: Verification;
}

const verifyStep: Step<VerifyState> = {
  title: 'Verifying',
  run: async (state, report) => {
    state.verification = await verification(state.graph!, report);
    return `${state.verification.outcomes.length} checks`;
  },
};

/**
 * Proves the graph of the project's database, however it was made, and changes nothing.
 * @throws Error where something is wrong, after all of it was printed.
 */
export async function verify(config: Config): Promise<void> {
  const state: VerifyState = {};
  // Without the step that makes indexes and JSON that are missing: what is missing is to be found.
  const [connect] = databaseSteps(config, true);
  try {
    await runSteps(state, [connect!, verifyStep]);
  } finally {
    await release(state);
  }
  const { outcomes, found, wasChanged, isRenderedAnew } = state.verification!;
  if (outcomes.length === 0) return console.log('\nThe graph is empty: there is nothing to verify.');
  console.log();
  for (const outcome of outcomes) console.log(linesOf(outcome).join('\n'));
  const hints = [
    wasChanged && 'It was written to meanwhile: verify it again.',
    found > 0 &&
      isRenderedAnew &&
      'The JSON of its statements is that of another version of On Record; the next start makes it anew.',
  ].filter(Boolean);
  if (found > 0) throw new Error([`The graph has ${faults(found)}.`, ...hints].join(' '));
  console.log(`\n${['The graph is sound.', ...hints].join(' ')}`);
}

function linesOf({ check, count, found, named }: Verification['outcomes'][number]): string[] {
  return [
    `${found === 0 ? 'ok   ' : 'FAULT'} ${check.padEnd(24)} ${count.toLocaleString('en')} checked${found === 0 ? '' : `, ${faults(found)}`}`,
    ...named.map(({ kind, id, detail }) => `      ${check}: ${kind} ${id}: ${detail}`),
    ...(found > named.length ? [`      … and ${found - named.length} more`] : []),
  ];
}

const faults = (count: number) => (count === 1 ? '1 fault' : `${count.toLocaleString('en')} faults`);
