/** As much of a node of a document as is read. */
interface Node {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<Node>;
  getAttribute?(name: string): string | null;
}

const BLOCKS = new Set(
  'ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const UNSEEN = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT BUTTON SELECT TEXTAREA HEAD TITLE'.split(' '),
);

/** Text as articles have it: composed, without control characters, with single spaces. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/(?![\t\n])[\p{Cc}\u200b\ufeff\u00ad]/gu, '')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();

/** The blocks of text below a node, each in one line. */
export function blocksOf(root: Node): string[] {
  const found: string[] = [];
  let current = '';
  const end = () => {
    const text = clean(current);
    if (text !== '') found.push(text);
    current = '';
  };
  // By a stack of its own, since pages may be nested as deep as they like.
  const open: { node: Node; isEnd: boolean }[] = [{ node: root, isEnd: false }];
  while (open.length > 0) {
    const { node, isEnd } = open.pop()!;
    const name = node.nodeName.toUpperCase();
    if (isEnd) {
      end();
      continue;
    }
    if (node.nodeType === 3) current += node.textContent ?? '';
    if (node.nodeType !== 1 || UNSEEN.has(name) || node.getAttribute?.('hidden') != null) continue;
    if (name === 'BR') current += '\n';
    if (BLOCKS.has(name)) {
      end();
      open.push({ node, isEnd: true });
    }
    const children = [...node.childNodes];
    for (let at = children.length - 1; at >= 0; at--) open.push({ node: children[at]!, isEnd: false });
  }
  end();
  return found;
}

/** How deep the nodes below a node are nested. */
export function depthOf(root: Node): number {
  let most = 0;
  const open = [{ node: root, depth: 0 }];
  while (open.length > 0) {
    const { node, depth } = open.pop()!;
    most = Math.max(most, depth);
    for (const child of node.childNodes)
      if (child.nodeType === 1) open.push({ node: child, depth: depth + 1 });
  }
  return most;
}
