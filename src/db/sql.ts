import { join } from 'node:path';
import { textFiles } from './text-files.ts';

declare const brand: unique symbol;

/** A text of SQL that holds no value: it stands in a file or in the code, or is composed of such texts. */
export type Sql = string & { readonly [brand]: true };

/** Composes a text. Only other texts of SQL can be put into it, so that no value gets in. */
export const sql = (parts: TemplateStringsArray, ...fragments: Sql[]): Sql =>
  String.raw({ raw: parts }, ...fragments) as Sql;

/** Texts one after the other, with a separator between them. */
export const joinedSql = (texts: readonly Sql[], separator = '\n'): Sql => texts.join(separator) as Sql;

/** The files of `sql/`, by names such as `read/groups`. */
export const {
  file: sqlFile,
  filled: filledSql,
  names: sqlNames,
} = textFiles<Sql>({
  folder: join(import.meta.dirname, '../../sql'),
  ending: '.sql',
  comment: '--',
});
