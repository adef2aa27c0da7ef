export interface Recipe {
  /** The text above the request. */
  question: string;
  /** Path and query of the request. */
  url: string;
  headers: Record<string, string>;
  /** What the document says that the answer holds. */
  answer: string;
  language: string;
}

const PAIR = /([^\n]*)\n(?:[^`]*\n)?```sh\n(curl [^`]*?)\n```\n+```(\w+)\n([\s\S]*?)\n```/g;

/** The requests of a document, each with the answer that stands below it. */
export function recipes(markdown: string): Recipe[] {
  return [...markdown.matchAll(PAIR)].map(([, question, command, language, answer]) => ({
    question: question!.replaceAll('**', '').trim(),
    url: /'http:\/\/127\.0\.0\.1:3000([^']*)'/.exec(command!)![1]!,
    headers: Object.fromEntries(
      [...command!.matchAll(/-H '([\w-]+): ([^']*)'/g)].map(([, name, value]) => [
        name!.toLowerCase(),
        value!,
      ]),
    ),
    language: language!,
    answer: answer!,
  }));
}

/** The settings table of the README. */
export const settingsTable = (shape: Record<string, { description?: string; default?: unknown }>) =>
  Object.entries(shape)
    .map(
      ([name, { description, default: value }]) =>
        `| \`${name}\` | ${value === undefined ? '' : `\`${value}\``} | ${description} |`,
    )
    .join('\n');
