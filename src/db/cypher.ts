import { join } from 'node:path';
import { textFiles } from './text-files.ts';

declare const brand: unique symbol;

/** A text of Cypher that holds no value: it stands in a file or in the code, or is composed of such texts. */
export type Cypher = string & { readonly [brand]: true };

/** Composes a text. Only other texts of Cypher can be put into it, so that no value gets in. */
export const cypher = (parts: TemplateStringsArray, ...fragments: Cypher[]): Cypher =>
  String.raw({ raw: parts }, ...fragments) as Cypher;

/** Texts one after the other, with a separator between them. */
export const joined = (texts: readonly Cypher[], separator = '\n'): Cypher => texts.join(separator) as Cypher;

/** The files of `cypher/`, by names such as `read/statements`. */
export const {
  file: cypherFile,
  filled,
  hasSlot,
  names: cypherNames,
} = textFiles<Cypher>({
  folder: join(import.meta.dirname, '../../cypher'),
  ending: '.cypher',
  comment: '//',
});
