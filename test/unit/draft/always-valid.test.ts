import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { draftArticle } from '../../../src/draft/draft-article.ts';
import { annotationYaml, entitiesYaml } from '../../../src/draft/draft-files.ts';
import { loadFitted } from '../../../src/draft/learned/fitted.ts';
import { readArticle } from '../../../src/draft/reading/read-article.ts';
import { readAuthority } from '../../../src/ingest/check/read-authority.ts';
import { ownAuthority } from '../../../src/project.ts';
import { draftFaults } from './draft-faults.ts';
import { anyTexts, articleTexts } from './texts.ts';

const authority = readAuthority([ownAuthority]);

/** What is wrong with the draft of a text, as its files are read again. */
function faultsOf(text: string): string[] {
  const article = readArticle(text, 'text');
  const draft = draftArticle(article, authority, loadFitted());
  const entities = parse(entitiesYaml(draft.entities)).entities as typeof draft.entities;
  return draftFaults({ text: draft.text, annotation: parse(annotationYaml(draft, article)), entities });
}

describe('a draft is valid', () => {
  test.each([
    ['of articles', articleTexts],
    ['of any text', anyTexts],
  ])('%s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(faultsOf(text)).toEqual([]);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test('and the same each time', () => {
    const text = 'Ada Bell met Cal Dorn in Oslo. “We agree,” she said.\n';
    const draft = () => draftArticle(readArticle(text, 'text'), authority, loadFitted());
    expect(draft()).toEqual(draft());
  });
});
