const words = (list: string) => list.trim().split(/\s+/);

/** English words that say nothing of what is said; those of speech are among them, since reports are full of them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  words(`
  a about above across after again all almost along already also although always am among an and any are around as at away back be
  became because become becomes been before being below between both but by came can come comes could did do does doing done down
  during each either else even ever every few for from further gave get gets getting give given gives go goes going got had has have having
  he her here hers herself him himself his how however i if in indeed instead into is it its itself just let like made make makes
  making many may maybe me might more most much must my myself need next now of off often on once one ones only onto or other others
  our ours ourselves out over own per perhaps put quite rather really same see shall she should since so some something soon still
  such take taken takes than that the their theirs them themselves then there these they thing things this those though through
  thus to together too took toward towards under until up upon us very was way we well went were what when where whether which while
  who whole whom whose why will wish with within would yet you your yours yourself
  said say saying says told tell tells added adds according stated called asked
  today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday
`),
);

/** Words after which the opposite is said. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  words('not no never none nor neither without nothing nobody hardly'),
);

/** Stems of verbs that deny what follows. */
export const DENIALS: ReadonlySet<string> = new Set(
  words('deni refus reject fail unabl unlik declin stop prevent avoid lack oppos dismiss rule'),
);

/** Stems of titles and of names of bodies: what everybody who reports on them writes. */
export const TITLE_STEMS: ReadonlySet<string> = new Set(
  words(`
  presid minist ministri secretari general govern governor mayor chancellor senat parliament congress committe council commiss
  commission commissi spokesman spokeswoman spokesperson offici leader chief chairman chairwoman chair director execut
  ambassador deputi foreign prime vice depart agenc author administr state nation countri feder union court judg justic
  offic parti member hous lawmak mr mrs ms dr sir lord king queen princ republ democrat
`),
);
