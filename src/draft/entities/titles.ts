import type { z } from 'zod';
import type { RoleKind as RoleKinds } from '../../model/vocabulary.ts';

export type RoleKind = z.output<typeof RoleKinds>;

const WORDS: Record<RoleKind, string> = {
  leader:
    'president|prime minister|premier|chancellor|king|queen|emir|sultan|emperor|supreme leader|ruler|party leader|chairman|chairwoman|chair|leader|head|secretary-general|secretary general|taoiseach|head of state',
  official:
    'minister|foreign minister|defense minister|defence minister|finance minister|interior minister|secretary|secretary of state|governor|gov|mayor|commissioner|attorney general|official|officials|director|vice president|deputy|undersecretary|deputy minister|administrator|sheriff|chief of staff|press officer|regulator|inspector|envoy|special envoy|coroner|police chief|first lady|treasurer',
  politician:
    'senator|sen|representative|rep|congressman|congresswoman|lawmaker|lawmakers|mp|deputy|candidate|nominee|legislator|legislators|councilman|councilwoman|councillor|politician|politicians|frontrunner|front-runner|assemblyman|speaker|majority leader|minority leader|whip|delegate|democrat|republican',
  spokesperson: 'spokesman|spokeswoman|spokesperson|press secretary|spokesmen|communications director',
  military:
    'general|gen|admiral|adm|colonel|col|lieutenant|lt|major|maj|captain|capt|sergeant|sgt|commander|cmdr|field marshal|army chief|brigadier|marine|soldier|soldiers|chief of army staff|air marshal',
  diplomat: 'ambassador|consul|diplomat|diplomats|high commissioner|chargé d’affaires|counsellor',
  judge: 'judge|justice|chief justice|magistrate',
  lawyer: 'lawyer|attorney|prosecutor|prosecutors|counsel|lawyers|attorneys|barrister|solicitor',
  analyst: 'analyst|analysts|expert|experts|strategist|pollster|economist|economists|pundit|commentator',
  academic:
    'professor|prof|scholar|researcher|researchers|historian|scientist|scientists|political scientist|lecturer|dean',
  activist: 'activist|activists|campaigner|organizer|founder|advocate|advocates|protester|protesters',
  business:
    'ceo|chief executive|chief executive officer|chief financial officer|executive|executives|businessman|businesswoman|entrepreneur|owner|investor|investors|chief operating officer|cfo|coo|banker',
  journalist:
    'journalist|reporter|correspondent|editor|columnist|anchor|host|moderator|author|writer|reporters',
  religious:
    'pope|archbishop|bishop|cardinal|imam|ayatollah|rabbi|pastor|reverend|rev|father|priest|cleric|sheikh',
  witness: 'witness|witnesses|survivor|survivors|resident|residents|neighbour|neighbor|villager|victim',
};

const kinds = new Map<string, RoleKind>();
for (const [kind, words] of Object.entries(WORDS) as [RoleKind, string][])
  for (const word of words.split('|')) if (!kinds.has(word)) kinds.set(word, kind);

const HONORIFICS = new Set('mr mrs ms miss dr sir lady lord dame madam'.split(' '));

const plain = (word: string) => word.toLowerCase().replace(/\.$/, '');

/** The kind of role that words mean, the last ones of them first: "former deputy foreign minister" is that of an official. */
export function roleKindOf(words: string): RoleKind | undefined {
  const all = words
    .split(/[\s,]+/)
    .map(plain)
    .filter(Boolean);
  for (let end = all.length; end > 0; end--)
    for (let size = Math.min(4, end); size > 0; size--) {
      const kind = kinds.get(all.slice(end - size, end).join(' '));
      if (kind !== undefined) return kind;
    }
  return undefined;
}

/** Whether a word before a name is a courtesy such as Mr., which says nothing of a role. */
export const isHonorific = (word: string): boolean => HONORIFICS.has(plain(word));

export const genderOfHonorific = (word: string): 'female' | 'male' | undefined =>
  /^(mrs|ms|miss|lady|dame|madam)$/.test(plain(word))
    ? 'female'
    : /^(mr|sir|lord)$/.test(plain(word))
      ? 'male'
      : undefined;

const QUALIFIERS = new Set(
  'vice deputy former then-president ex-president acting assistant chief senior house senate majority minority prime foreign defense defence interior finance press first lady attorney secretary-general general major lieutenant brigadier republican democratic state party army navy police campaign manager adviser advisor aide strategist chairman director'.split(
    ' ',
  ),
);

/** Whether a word stands in titles before names: "President", "Deputy Foreign Minister". */
export const isTitleWord = (word: string): boolean =>
  kinds.has(plain(word)) || QUALIFIERS.has(plain(word)) || isHonorific(word);
