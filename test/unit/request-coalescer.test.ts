import { describe, expect, test } from 'vitest';
import { RequestCoalescer } from '../../src/query/consistency.ts';

/** Work that ends when it is told to. */
function works() {
  const begun: PromiseWithResolvers<string>[] = [];
  const work = () => {
    const one = Promise.withResolvers<string>();
    begun.push(one);
    return one.promise;
  };
  return { begun, work };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('work that several ask for', () => {
  test('who asks while it is under way waits for one run after it, which all of them share', async () => {
    const { begun, work } = works();
    const coalescer = new RequestCoalescer<string>();
    const first = coalescer.run('a', work);
    const later = [coalescer.run('a', work), coalescer.run('a', work), coalescer.run('a', work)];
    expect(begun.length).toBe(1);
    begun[0]!.resolve('old');
    expect(await first).toBe('old');
    await settled();
    expect(begun.length).toBe(2);
    begun[1]!.resolve('new');
    expect(await Promise.all(later)).toEqual(['new', 'new', 'new']);
  });

  test('another key does not wait', () => {
    const { begun, work } = works();
    const coalescer = new RequestCoalescer<string>();
    coalescer.run('a', work);
    coalescer.run('b', work);
    expect(begun.length).toBe(2);
  });

  test('what fails fails for those who asked before it began, and for nobody else', async () => {
    const { begun, work } = works();
    const coalescer = new RequestCoalescer<string>();
    const first = coalescer.run('a', work);
    const later = coalescer.run('a', work);
    begun[0]!.reject(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    await settled();
    begun[1]!.resolve('here');
    expect(await later).toBe('here');
    await settled();
    coalescer.run('a', work);
    expect(begun.length).toBe(3);
  });
});
