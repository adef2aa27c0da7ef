import { expect, test } from 'vitest';
import { LanguageTag } from '../../src/model/language-tag.ts';

test.each([
  'en',
  'ur',
  'en-GB',
  'EN-gb',
  'es-419',
  'zh-Hans',
  'zh-Hant-HK',
  'zh-cmn-Hans-CN',
  'zh-yue',
  'sr-Latn-RS',
  'pa-Arab',
  'haw',
  'de-CH-1996',
  'sl-rozaj-biske',
  'ca-ES-valencia',
  'de-DE-u-co-phonebk',
  'en-x-house',
  'x-house',
  'und',
])('%s is a language tag', (tag) => {
  expect(LanguageTag.parse(tag)).toBe(tag);
});

test.each([
  '',
  'English',
  'e',
  'en_US',
  'en-',
  '-en',
  'en--GB',
  'en-USA-x',
  'zh-Hans-Hans',
  'es-4190-',
  'en us',
  'en-x',
  'x',
  'x-',
  'en\n',
  'ен',
  'de-u',
])('%j is none', (tag) => {
  expect(LanguageTag.safeParse(tag).error?.issues[0]?.message).toBe(
    'expected a language tag (BCP 47) such as en, es-419 or zh-Hans',
  );
});
