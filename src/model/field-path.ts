import type { Fault } from './fault.ts';

/** Where a value stands in a document: names of fields, and places in lists. */
export type FieldPath = readonly (string | number)[];

/** A path as people write it: `statements[2].quotations[0].quote`. */
const formatPath = (path: FieldPath) =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');

/** The place of a fault in a document, for people and as a JSON Pointer; nothing for the document as a whole. */
export const placeOf = (path: FieldPath): Pick<Fault, 'field' | 'pointer'> =>
  path.length === 0 ? {} : { field: formatPath(path), pointer: pointerTo(path) };

const pointerTo = (path: FieldPath) =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
