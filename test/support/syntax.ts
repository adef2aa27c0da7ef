import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';
import { projectFolder } from '../../src/project.ts';

/** A node of a syntax tree (ESTree, with TypeScript). */
export interface SyntaxNode {
  type: string;
  start: number;
  // biome-ignore lint/suspicious/noExplicitAny: each type of node has fields of its own
  [field: string]: any;
}

export interface SourceFile {
  /** Path from the project. */
  file: string;
  text: string;
  program: SyntaxNode;
}

/** The syntax tree of a TypeScript or JavaScript text. */
export function parseSource(file: string, text: string): SourceFile {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  return { file, text, program: program as unknown as SyntaxNode };
}

/** Every source file below folders of the project. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /(?<!\.d)\.[cm]?[jt]s$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes('node_modules'))
      .map((path) => parseSource(relative(projectFolder, path), readFileSync(path, 'utf8'))),
  );
}

/** Every node below one, itself first. */
export function* nodes(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const child of Object.values(node)) {
    for (const one of Array.isArray(child) ? child : [child]) {
      if (one && typeof one === 'object' && typeof one.type === 'string') yield* nodes(one);
    }
  }
}

export const lineOf = ({ text }: SourceFile, { start }: SyntaxNode) =>
  text.slice(0, start).split('\n').length;
