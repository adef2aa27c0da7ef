import type { ImportFile } from './import.ts';

/** What the importer's output says last about how far it is, such as `import 2 of 4, relationship import: 45 %`. */
export function importProgress(output: string): string {
  const stages = [...output.matchAll(/^\((\d)\/(\d)\) ([A-Z][a-z]+ [a-z]+)/gm)];
  const stage = stages.at(-1);
  if (!stage) return '';
  const [, nth, of, title] = stage;
  const percents = [...output.slice(stage.index).matchAll(/ (\d+)% /g)];
  return `import ${nth} of ${of}, ${title!.toLowerCase()}: ${percents.at(-1)?.[1] ?? 0} %`;
}

/** What the importer has not taken of its files, though it ended well; empty where it took all. */
export function lossesIn(output: string, files: Pick<ImportFile, 'of' | 'rows'>[]): string {
  const losses = (['nodes', 'relationships'] as const).map((what) => {
    const given = files.reduce((sum, { of, rows }) => sum + (of === what ? rows : 0), 0);
    const taken = Number(new RegExp(`^ *(\\d+) ${what}$`, 'm').exec(output)?.[1] ?? 0);
    return taken === given ? '' : `${taken} of ${given} ${what} were taken`;
  });
  return losses.filter(Boolean).join(', ');
}
