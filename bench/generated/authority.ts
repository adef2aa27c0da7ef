import type { AuthorityRecord } from '../../src/model/annotation.ts';

const GIVEN =
  'Ada Bela Caio Dana Edda Fumi Gita Hugo Iris Juno Kofi Lena Milo Nora Omar Pia Quin Rafa Sana Tano Ulla Vera Wanda Ximo Yara Zeno Anouk Bruno Clio Dario Elia Flora Gino Hana Ivo Jana Kiro Livia Marek Nils Oda Paolo Remy Sofia Timo Uma Vito Willa Yusuf Zita'.split(
    ' ',
  );
const FAMILY =
  'Abbott Bauer Castro Dietz Ekman Farrow Gomes Hale Ibsen Jansen Keller Lindt Moreau Novak Okoye Petrov Quist Rossi Saito Toth Ueda Varga Weiss Xavier Yilmaz Zeman Almeida Becker Cohen Duarte Evans Fischer Grant Haddad Ilves Jovan Kumar Lopez Mensah Nagy'.split(
    ' ',
  );
const STEMS = 'Alv Bor Cas Dor Elb Fen Gal Hesk Ist Jor Kal Lum Mar Nov Ost Pel Quor Ros Sel'.split(' ');
const ENDINGS = 'ania ovia land istan ora ique eria una esh ador'.split(' ');
const BODIES = 'Council Commission Agency Alliance Institute Bureau Assembly Forum Bank League'.split(' ');
const SUBJECTS =
  'Energy,Trade,Border Control,Water,Collective Defence,Food Security,Public Health,Shipping,Monetary Affairs,Arms Control'.split(
    ',',
  );

const ROLE_KINDS = ['official', 'analyst', 'military', 'journalist', 'leader'] as const;
const TITLES = {
  leader: 'president',
  official: 'deputy minister',
  analyst: 'senior analyst',
  military: 'brigade commander',
  journalist: 'correspondent',
};

export interface GeneratedRole {
  person: string;
  kind: (typeof ROLE_KINDS)[number];
  title: string;
  of: string;
}

const blank = { aliases: [], iso3166: null, wikidata: null, country: null, description: null };

export const PEOPLE: readonly AuthorityRecord[] = FAMILY.flatMap((family, row) =>
  GIVEN.map((given, column) => ({
    ...blank,
    id: `person-${row * GIVEN.length + column}`,
    type: 'Person' as const,
    name: `${given} ${family}`,
  })),
);

export const COUNTRIES: readonly AuthorityRecord[] = STEMS.flatMap((stem, row) =>
  ENDINGS.map((ending, column) => ({
    ...blank,
    id: `country-${row * ENDINGS.length + column}`,
    type: 'Country' as const,
    name: `${stem}${ending}`,
    aliases: [{ text: `Republic of ${stem}${ending}`, kind: 'name' as const }],
  })),
);

export const ORGANIZATIONS: readonly AuthorityRecord[] = SUBJECTS.flatMap((subject, row) =>
  BODIES.map((body, column) => ({
    ...blank,
    id: `organization-${row * BODIES.length + column}`,
    type: 'Organization' as const,
    name: `${body} for ${subject}`,
    country: (row + column) % 3 === 0 ? `country-${row * BODIES.length + column}` : null,
  })),
);

/** The roles of a person: the first few people are leaders, and one of three holds none. */
export function rolesOf(index: number): GeneratedRole[] {
  if (index % 3 === 2) return [];
  const kind = index < 8 ? 'leader' : ROLE_KINDS[Math.min(3, [0, 0, 0, 1, 1, 2, 0, 3][index % 8]!)]!;
  const of = index % 5 === 0 ? `organization-${index % 100}` : `country-${index % 190}`;
  const roles: GeneratedRole[] = [{ person: `person-${index}`, kind, title: TITLES[kind], of }];
  if (index % 10 === 3)
    roles.push({
      person: `person-${index}`,
      kind: 'leader',
      title: TITLES.leader,
      of: `country-${(index + 7) % 190}`,
    });
  return roles;
}
