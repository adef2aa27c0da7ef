import { describe, expect, test } from 'vitest';
import { passagesIn } from '../../src/check-quotation/passages.ts';
import { quotedRegions } from '../../src/draft/text/quoted-regions.ts';

const quotationsOf = (text: string) =>
  passagesIn(text, quotedRegions(text)).map(({ start, end }) => text.slice(start, end));

describe('the quotations of a pasted text', () => {
  test.each([
    ['He said “we will go” and she said “we will stay”.', ['“we will go”', '“we will stay”']],
    ['“We will go,” he said, “and come back.”', ['“We will go,” he said, “and come back.”']],
    ['“We will go,” he said. “We come back.”', ['“We will go,” he said. “We come back.”']],
    ['“We will go,” he said. Later she said: “We stay.”', ['“We will go,”', '“We stay.”']],
    ['“We will go,” he said, and she added “we stay”', ['“We will go,”', '“we stay”']],
    ['“We will go,” said one; “we stay,” another', ['“We will go,”', '“we stay,”']],
    ['“We will go.”\n“We stay,” he said.', ['“We will go.”', '“We stay,”']],
    ['“We will go.\n\n“We come back,” he said.', ['“We will go.\n\n“We come back,”']],
    ['Er sagte: „Wir gehen jetzt.“ Il dit «nous restons».', ['„Wir gehen jetzt.“', '«nous restons»']],
    ['It’s the boys’ own fault', []],
  ])('%s', (text, quotations) => {
    expect(quotationsOf(text)).toEqual(quotations);
  });
});
