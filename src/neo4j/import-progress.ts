/** What the importer's output says last about how far it is, such as `import 2 of 4, relationship import: 45 %`. */
export function importProgress(output: string): string {
  const stages = [...output.matchAll(/^\((\d)\/(\d)\) ([A-Z][a-z]+ [a-z]+)/gm)];
  const stage = stages.at(-1);
  if (!stage) return '';
  const [, nth, of, title] = stage;
  const percents = [...output.slice(stage.index).matchAll(/ (\d+)% /g)];
  return `import ${nth} of ${of}, ${title!.toLowerCase()}: ${percents.at(-1)?.[1] ?? 0} %`;
}
