const texts = new Map<string, string>();
const shared = new Map<string, string[]>();

/** Parameters that all asks of a batch must share, because LIMIT takes no value of a row. */
export function sharedParameters(text: string): string[] {
  let names = shared.get(text);
  if (!names) {
    names = [...text.matchAll(/\bLIMIT \$(\w+)/g)].map(([, name]) => name!);
    shared.set(text, names);
  }
  return names;
}

/** A text that answers the list `$asks` of parameters, each row with the place of its ask in the list as `ask`. */
export function batchedText(text: string): string {
  let batched = texts.get(text);
  if (!batched) {
    const isShared = new Set(sharedParameters(text));
    const body = text
      .replaceAll(/\$(\w+)/g, (given, name) => (isShared.has(name) ? given : `$asks[ask].${name}`))
      .replaceAll(/\bCALL \(([^()]*)\) \{/g, (_, scope) => `CALL (${scope ? `${scope}, ` : ''}ask) {`);
    batched = `UNWIND range(0, size($asks) - 1) AS ask\nCALL (ask) {\n${body}\n}\nRETURN *`;
    texts.set(text, batched);
  }
  return batched;
}
