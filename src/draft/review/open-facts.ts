import { type Document, isMap, isNode, isSeq } from 'yaml';

/** Where something stands in an annotation. */
export type AnnotationPath = (string | number)[];

/** A fact of a draft that no person has decided on. */
export interface OpenFact {
  kind: FactKind;
  path: AnnotationPath;
}

/** The kinds of facts in the order in which they are reviewed: what is said first, since most follows from that. */
const FACT_KINDS = ['statements', 'roles', 'relations', 'events', 'mentions'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** The facts of an annotation that still say which rule found them. */
export function openFacts(annotation: Document): OpenFact[] {
  return FACT_KINDS.flatMap((kind) => {
    const list = annotation.get(kind);
    if (!isSeq(list)) return [];
    return list.items.flatMap((_, index) =>
      isOpen(annotation, [kind, index]) ? [{ kind, path: [kind, index] }] : [],
    );
  });
}

const isOpen = (annotation: Document, path: AnnotationPath): boolean =>
  draftPlaces(annotation, path).length > 0;

/** Where a fact, or a part of it, says which rule found it. */
function draftPlaces(annotation: Document, path: AnnotationPath): AnnotationPath[] {
  const node = annotation.getIn(path);
  if (isSeq(node)) return node.items.flatMap((_, index) => draftPlaces(annotation, [...path, index]));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key }): AnnotationPath[] => {
    const at = [...path, String(key)];
    return String(key) === 'draft' ? [at] : draftPlaces(annotation, at);
  });
}

/** Takes a fact for right as it stands: nothing of it says any more which rule found it. */
export function acceptFact(annotation: Document, { path }: OpenFact): void {
  for (const place of draftPlaces(annotation, path)) annotation.deleteIn(place);
}

/** Takes a fact out. */
export function rejectFact(annotation: Document, { path }: OpenFact): void {
  annotation.deleteIn(path);
  const list = annotation.get(path[0]!);
  if (isSeq(list) && list.items.length === 0) annotation.delete(path[0]!);
}

const NOTE = /^ A draft that no person|^ what was less sure than/;

/** Takes the mark of a draft off an article of which every fact is decided. */
export function markReviewed(annotation: Document): void {
  annotation.deleteIn(['article', 'review']);
  const { contents } = annotation;
  // A comment in front belongs to the first thing that follows it without an empty line.
  const first = isMap(contents) ? contents.items[0]?.key : null;
  for (const node of [annotation, contents, isNode(first) ? first : null]) {
    if (!node?.commentBefore) continue;
    const lines = node.commentBefore.split('\n').filter((line) => !NOTE.test(line));
    node.commentBefore = lines.length > 0 ? lines.join('\n') : null;
  }
}
