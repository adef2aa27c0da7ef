import { type Document, isNode, isSeq, stringify } from 'yaml';
import type { AnnotationPath, FactKind, OpenFact } from './open-facts.ts';

/** A field of a fact as a reviewer sees it. */
export interface FactField {
  label: string;
  path: AnnotationPath;
  /** What it says, as YAML in one line; empty where it says nothing. */
  value: string;
  /** What else it may be, where the draft says so. */
  alternatives: string[];
}

const FIELDS: Record<FactKind, readonly string[]> = {
  statements: ['act', 'about', 'said', 'text'],
  roles: ['person', 'kind', 'title', 'of', 'former', 'evidence'],
  relations: ['subject', 'predicate', 'object', 'date', 'evidence'],
  events: ['kind', 'label', 'date', 'place', 'act', 'participants', 'evidence'],
  mentions: ['entity', 'form', 'exact', 'occurrence'],
};
const OF_QUOTATION = ['quoteType', 'quote', 'cue'];
const OF_ATTRIBUTION = ['speaker', 'described', 'basis', 'rank'];

/** The fields of a fact, those of its quotations and attributions among them. */
export function factFields(annotation: Document, { kind, path }: OpenFact): FactField[] {
  const field = (at: AnnotationPath, name: string, label: string, of: AnnotationPath | null): FactField => ({
    label,
    path: [...at, name],
    value: inOneLine(annotation.getIn([...at, name])),
    alternatives: of === null ? [] : alternativesAt(annotation, of),
  });
  const own = FIELDS[kind].map((name) => field(path, name, name, name === 'act' ? path : null));
  if (kind !== 'statements') return own;
  const quotations = countAt(annotation, [...path, 'quotations']);
  const parts = Array.from({ length: quotations }, (_, nth) => {
    const at = [...path, 'quotations', nth];
    const numbered = (name: string, count: number, index: number) =>
      count > 1 ? `${name} ${index + 1}` : name;
    const attributions = countAt(annotation, [...at, 'attributions']);
    return [
      ...Array.from({ length: attributions }, (_, index) => {
        const of = [...at, 'attributions', index];
        return OF_ATTRIBUTION.map((name) =>
          field(of, name, numbered(name, attributions, index), name === 'speaker' ? of : null),
        );
      }).flat(),
      ...OF_QUOTATION.map((name) => field(at, name, numbered(name, quotations, nth), null)),
    ];
  });
  return [...parts.flat(), ...own];
}

const countAt = (annotation: Document, path: AnnotationPath): number => {
  const list = annotation.getIn(path);
  return isSeq(list) ? list.items.length : 0;
};

function alternativesAt(annotation: Document, path: AnnotationPath): string[] {
  const list = annotation.getIn([...path, 'draft', 'alternatives']);
  return isSeq(list) ? list.items.map(String) : [];
}

/** How sure the rules are of a fact, and by which they found it. */
export function foundBy(annotation: Document, { path }: OpenFact): { rule: string; confidence: number } {
  const of = (name: string) => annotation.getIn([...path, 'draft', name]);
  return { rule: String(of('rule') ?? 'a rule'), confidence: Number(of('confidence') ?? 0) };
}

function inOneLine(node: unknown): string {
  const value = isNode(node) ? node.toJSON() : node;
  if (value === undefined || value === null) return '';
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, defaultStringType: 'PLAIN' }).trim();
}

/** Words of an article, and which occurrence of them is meant. */
interface FactWords {
  exact: string;
  occurrence: number;
}

/** The words of an article that a fact rests on, longest first. */
export function wordsOfFact(annotation: Document, fact: OpenFact): FactWords[] {
  const found: FactWords[] = [];
  const visit = (value: unknown, name: string): void => {
    if (typeof value === 'string') {
      if (['quote', 'evidence', 'words'].includes(name)) found.push({ exact: value, occurrence: 1 });
    } else if (isWords(value)) {
      const [occurrence] = [value.occurrence].flat();
      found.push({ exact: value.exact, occurrence: typeof occurrence === 'number' ? occurrence : 1 });
    } else if (Array.isArray(value)) for (const entry of value) visit(entry, name);
    else if (value !== null && typeof value === 'object')
      for (const [key, of] of Object.entries(value)) visit(of, key);
  };
  const node = annotation.getIn(fact.path);
  visit(isNode(node) ? node.toJSON() : node, '');
  return found.sort((a, b) => b.exact.length - a.exact.length);
}

const isWords = (value: unknown): value is { exact: string; occurrence?: unknown } =>
  typeof (value as { exact?: unknown } | null)?.exact === 'string';

/**
 * Gives a field another value; undefined takes it out. With another speaker goes what was said of the one before: how sure that
 * was, which words described or named them.
 */
export function setField(annotation: Document, { path }: FactField, value: unknown): void {
  if (value === undefined) annotation.deleteIn(path);
  else annotation.setIn(path, annotation.createNode(value));
  const attribution = path.slice(0, -1);
  if (path.at(-1) !== 'speaker') return;
  for (const name of ['confidence', 'described', 'evidence', 'flags', 'reason'])
    annotation.deleteIn([...attribution, name]);
  if (value !== undefined && value !== null) return;
  annotation.setIn([...attribution, 'speaker'], null);
  annotation.setIn([...attribution, 'confidence'], 0);
  annotation.setIn([...attribution, 'flags'], annotation.createNode(['unnamed-speaker']));
}

/** The paragraph of a text that holds words, and where they stand in it; null where none does. */
export function paragraphWith(
  text: string,
  { exact, occurrence }: FactWords,
): { paragraph: string; from: number; to: number } | null {
  let at = text.indexOf(exact);
  for (let nth = 1; nth < occurrence && at >= 0; nth++) at = text.indexOf(exact, at + 1);
  if (at < 0) return null;
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at + exact.length);
  const paragraph = text.slice(start, end < 0 ? text.length : end);
  return { paragraph, from: at - start, to: at - start + exact.length };
}
