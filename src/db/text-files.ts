import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of texts of one language, each of which runs as it stands. */
export interface TextFolder {
  folder: string;
  /** What the names of its files end with, with the dot. */
  ending: string;
  /** What a line of comment begins with. */
  comment: string;
}

/** The end of a slot; its beginning has the name of the slot. */
const END = '/* end */';

/**
 * Reads the texts of a folder. A slot is a part between the comments `/* name *​/` and `/* end *​/`, and that part is what
 * stands there when the file is run as it is.
 */
export function textFiles<Text extends string>({ folder, ending, comment }: TextFolder) {
  const known = new Map<string, Text>();

  /** The text of a file without its comments, but for those that mark slots. */
  const file = (name: string): Text => {
    let text = known.get(name);
    if (text === undefined) {
      text = readFileSync(join(folder, `${name}${ending}`), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '' && !line.trimStart().startsWith(comment))
        .join('\n') as Text;
      known.set(name, text);
    }
    return text;
  };

  /**
   * The text of a file with other texts in its slots.
   * @throws Error where the file has no such slot.
   */
  const filled = (name: string, slots: Record<string, Text>): Text => {
    let text: string = file(name);
    for (const [slot, content] of Object.entries(slots)) {
      const [before, after] = text.split(`/* ${slot} */`);
      const end = after?.indexOf(END) ?? -1;
      if (end < 0) throw new Error(`${name}${ending} has no slot ${slot}`);
      text = `${before}${content}${after!.slice(end + END.length)}`;
    }
    return text as Text;
  };

  /** Whether a file has a slot of a name. */
  const hasSlot = (name: string, slot: string): boolean => file(name).includes(`/* ${slot} */`);

  /** The names of all files below a folder of it, without their ending. */
  const names = (below: string): string[] =>
    readdirSync(join(folder, below), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map((entry) => `${below}/${entry.name.slice(0, -ending.length)}`)
      .sort();

  return { file, filled, hasSlot, names };
}
