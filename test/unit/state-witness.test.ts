import { describe, expect, test } from 'vitest';
import { StateWitness } from '../../src/db/state-witness.ts';

const state = { version: 'seed.7', isSettled: true };

describe('the state after all reads is known', () => {
  test('where the last read tells it', () => {
    const witness = new StateWitness();
    witness.begin()();
    witness.begin()(state);
    expect(witness.state).toEqual(state);
  });

  test('not before that read ended, nor where none tells it', () => {
    const witness = new StateWitness();
    expect(witness.state).toBeUndefined();
    const end = witness.begin();
    expect(witness.state).toBeUndefined();
    end();
    expect(witness.state).toBeUndefined();
  });

  test('not where another read began after it', () => {
    const witness = new StateWitness();
    witness.begin()(state);
    const end = witness.begin();
    expect(witness.state).toBeUndefined();
    end();
    expect(witness.state).toBeUndefined();
  });

  test.each([
    ['began before it and ended after it', ['other', 'telling', 'end telling', 'end other']],
    ['began before it and ended while it ran', ['other', 'telling', 'end other', 'end telling']],
    ['began while it ran and ended after it', ['telling', 'other', 'end telling', 'end other']],
    ['ran while it ran', ['telling', 'other', 'end other', 'end telling']],
  ])('not where another read %s', (_when, steps) => {
    const witness = new StateWitness();
    const ends = new Map<string, ReturnType<StateWitness['begin']>>();
    for (const step of steps) {
      const name = step.replace('end ', '');
      if (step === name) ends.set(name, witness.begin());
      else ends.get(name)!(name === 'telling' ? state : undefined);
    }
    expect(witness.state).toBeUndefined();
  });
});
