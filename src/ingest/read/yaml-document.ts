import { isMap, isPair, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { FieldPath } from '../../model/field-path.ts';

/** A YAML text as values, and the line of each of its fields. */
export interface YamlDocument {
  /** Undefined where the text is so far from YAML that what it says cannot be told. */
  value: unknown;
  /** What is not valid YAML. */
  errors: { line: number; message: string }[];
  /** Line of a field, or of what encloses it where it is missing; lines count from 1. */
  line(path: FieldPath): number | undefined;
}

export function readYaml(text: string): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const errors = document.errors.map(({ message, pos }) => ({
    line: lineAt(pos[0]),
    // The parser reports its own overflow as if the text said so.
    message: /call stack/.test(message) ? 'it is nested too deeply' : message,
  }));
  let isReadable = errors.length === 0;
  visit(document, {
    // The parser would compare each key with each other one.
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        const name = String(key);
        if (seen.has(name))
          errors.push({ line: lineAt((key as Node).range?.[0] ?? 0), message: 'Map keys must be unique' });
        seen.add(name);
      }
    },
    Alias: (_, { source, range }) => {
      isReadable = false;
      errors.push({ line: lineAt(range?.[0] ?? 0), message: `*${source} is an alias; write its value out` });
    },
  });
  return {
    value: isReadable ? (document.toJS() ?? {}) : undefined,
    errors,
    line(path) {
      const offset = offsetOf(document.contents, path);
      return offset === undefined ? undefined : lineAt(offset);
    },
  };
}

function offsetOf(contents: Node | null, path: FieldPath): number | undefined {
  let node: unknown = contents;
  let offset = contents?.range?.[0];
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === String(key));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else {
      node = (node as { items?: unknown[] } | null)?.items?.[Number(key)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    }
  }
  return offset;
}
