import { expect } from 'vitest';
import { faultRow } from '../../support/fault-row.ts';
import {
  lineOf,
  nodes,
  parseSource,
  type SourceFile,
  type SyntaxNode,
  sourceFiles,
} from '../../support/syntax.ts';

/** Functions that take a text, and at which place. */
const TAKES_TEXT: Record<string, number> = { read: 1, readOnce: 1, batchedRead: 1, countMissing: 1 };
const SESSIONS = /^(session|transaction|tx)$/;
/** Functions whose outcome is a text that does not depend on any value. */
const MAKES_TEXT = new Set(['cypherFile', 'cypherForKind', 'filled', 'joined', 'batchedText']);
/** Methods of reads and lists whose outcome is such a text: the compiler lets only texts of Cypher into them. */
const MAKES_TEXT_OF = new Set(['text', 'page', 'scanEnd']);
const CYPHER =
  /\b(MATCH|MERGE|CREATE|RETURN|WITH|UNWIND|CALL|DETACH|FOREACH|YIELD|PROFILE|EXPLAIN)\b\s*(?:[\w({$`*]|$)|\$\w+ AS \w/;

/** Texts that come from elsewhere, by `file function`, and why they are sound. */
const EXCEPTIONS: Record<string, string> = {
  'src/db/client.ts readOnce': 'passes on the text that `read` is given, whose callers are held to the rule',
  'src/db/client.ts read': 'passes it to readOnce',
  'src/db/client.ts defineRead': 'the text of its definition, which is of the type Cypher',
  'src/db/plans.ts plan': 'the text that `read` or `batchedRead` is given',
  'src/db/schema.ts create': 'the statements of cypher/schema.cypher, one by one',
  'src/db/drafts.ts run':
    'the text that a transaction is given, whose callers are held to the rule, with other labels',
  'src/ingest/write/render-statements.ts forgetOtherRenderings':
    'the file that stands in its loop, for drafts too',
  'bench/counting/questions.ts ': 'constants that stand beside it, for a comparison',
  'src/ingest/write/write-facts.ts countMissing': 'its callers are held to the rule',
  'src/query/run.ts oneOf': 'the text of its definition, which is of the type Cypher',
  'src/query/page.ts read': 'the text of a part of a list, which is of the type Cypher',
  'src/query/page.ts readByIds': 'the text of its definition, which is of the type Cypher',
  'src/db/batch.ts find': 'the callers of batchedRead are held to the rule',
  'src/db/batch.ts batchedText': 'wraps a text of Cypher, of which only names of parameters are read',
  'src/db/batch.ts tellingState': 'wraps such a text, too',
  'src/db/batch.ts stateAfter': 'names of columns, which stand in schemas',
  'bench/growth/profiling.ts run':
    'puts PROFILE before a text that `read` was given; a measurement of its own',
  'bench/load/plain-loader.ts writer': 'the constants of plain-queries.ts, for a comparison',
  'bench/load/plain-queries.ts ': 'three labels that stand beside it',
  'bench/peers/plain.js ': 'the text that `cypher` made, handed over by who starts it',
};

interface Site {
  at: string;
  where: string;
}

/** What each name of a function stands for; a parameter stands for nothing known. */
type Scope = Map<string, SyntaxNode | null>;

/** Where a text may depend on a value. */
function sites(source: SourceFile): Site[] {
  const found: Site[] = [];
  const scopes: Scope[] = [new Map()];

  function isSound(node: SyntaxNode | null | undefined): boolean {
    if (!node) return false;
    if (node.type === 'Literal') return typeof node.value === 'string';
    if (node.type === 'TemplateLiteral') return node.expressions.length === 0;
    if (isFragment(node)) return true;
    if (node.type === 'CallExpression')
      return MAKES_TEXT.has(node.callee.name) || MAKES_TEXT_OF.has(node.callee.property?.name);
    if (node.type === 'ConditionalExpression') return isSound(node.consequent) && isSound(node.alternate);
    return (
      node.type === 'Identifier' && isSound(scopes.findLast((scope) => scope.has(node.name))?.get(node.name))
    );
  }

  walk(source.program, '');
  return found;

  function walk(node: SyntaxNode, inside: string) {
    const name = nameOfFunction(node) ?? inside;
    if (isUnsound(node))
      found.push({ at: `${source.file}:${lineOf(source, node)}`, where: `${source.file} ${name}` });
    const opens = isFunction(node);
    if (opens) scopes.push(new Map(node.params.flatMap(namesIn).map((one: string) => [one, null])));
    for (const child of isFragment(node) ? [node.quasi.expressions] : Object.values(node)) {
      for (const one of Array.isArray(child) ? child : [child])
        if (one && typeof one === 'object' && typeof one.type === 'string') walk(one, name);
    }
    if (opens) scopes.pop();
    if (node.type === 'VariableDeclaration') {
      for (const { id, init } of node.declarations)
        for (const one of namesIn(id))
          scopes.at(-1)!.set(one, node.kind === 'const' && id.type === 'Identifier' ? init : null);
    }
  }

  function isUnsound(node: SyntaxNode): boolean {
    if (node.type === 'CallExpression') {
      const { callee, arguments: given } = node;
      if (callee.type === 'MemberExpression' && callee.property.name === 'run' && isSession(callee.object))
        return !isSound(given[0]);
      const place = callee.type === 'Identifier' ? TAKES_TEXT[callee.name] : undefined;
      return place !== undefined && given.length > place && !isSound(given[place]);
    }
    if (node.type === 'TemplateLiteral' && node.expressions.length > 0)
      return node.quasis.some(({ value }: SyntaxNode) => CYPHER.test(value.cooked ?? ''));
    if (node.type === 'BinaryExpression' && node.operator === '+')
      return [node.left, node.right].some(({ value }) => typeof value === 'string' && CYPHER.test(value));
    return false;
  }
}

/** A text of the `cypher` tag, into which the compiler lets only other such texts. */
const isFragment = ({ type, tag }: SyntaxNode) =>
  type === 'TaggedTemplateExpression' && tag.name === 'cypher';

const isSession = (node: SyntaxNode): boolean =>
  SESSIONS.test(node.name ?? node.property?.name ?? '') ||
  (node.type === 'TSNonNullExpression' && isSession(node.expression)) ||
  (node.type === 'CallExpression' && /^(session|beginTransaction)$/.test(node.callee.property?.name ?? ''));

const isFunction = ({ type, params }: SyntaxNode) =>
  /^(ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/.test(type) && Array.isArray(params);

/** Every name that a parameter or a pattern binds, and perhaps more. */
const namesIn = (node: SyntaxNode): string[] =>
  [...nodes(node)].filter(({ type }) => type === 'Identifier').map(({ name }) => name);

function nameOfFunction(node: SyntaxNode): string | undefined {
  if (node.type === 'FunctionDeclaration') return node.id?.name;
  if (node.type === 'VariableDeclarator' && node.init && isFunction(node.init)) return node.id.name;
  if (node.type === 'MethodDefinition') return node.key.name;
  return undefined;
}

faultRow(8, 'Cypher built by concatenation', async () => {
  const files = sourceFiles('src', 'bench');
  expect(files.length).toBeGreaterThan(150);
  const found = files.flatMap(sites);
  expect(
    found.filter(({ where }) => !(where in EXCEPTIONS)).map(({ at, where }) => `${at} ${where}`),
  ).toEqual([]);
  // An exception that nothing needs any more would hide what comes after it.
  const used = new Set(found.map(({ where }) => where));
  expect(Object.keys(EXCEPTIONS).filter((where) => !used.has(where))).toEqual([]);

  const built = [
    'await session.run(`MATCH (n {id: "${id}"}) RETURN n`)',
    'await transaction.run("MATCH (n) WHERE n.id = " + id)',
    'await read(graph, "MATCH (n:" + label + ") RETURN n", {})',
    'const told = `${text} WITH ${columns}`',
    'await batchedRead(graph, text)',
    'const text = `CALL db.${name}()`; tx.run(text)',
    'let text = "RETURN 1"; text += id; await session.run(text)',
    'graph.driver.session().run(id)',
  ];
  for (const text of built) expect(sites(parseSource('built.ts', text)), text).not.toEqual([]);
  const sound = [
    'read(graph, cypherFile(`read/${name}`))',
    'const text = cypherFile("a"); session.run(text, { id })',
    'read(graph, cypher`MATCH (n) ${filters} RETURN n`)',
    'batchedRead(graph, pages.page(options), bind)',
  ];
  for (const text of sound) expect(sites(parseSource('sound.ts', text)), text).toEqual([]);
  return `0 sites in ${files.length} files; ${found.length} deliberate ones are listed with a reason`;
});
