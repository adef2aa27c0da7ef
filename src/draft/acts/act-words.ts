/**
 * Words and phrases that tell an act, by CAMEO code; a word stands for all its forms. They are of our own choosing, after what the
 * CAMEO codebook says of each code.
 */
const WORDS: Record<string, string> = {
  '010':
    'say|tell|state|add|note|explain|comment|remark|report|write|describe|mention|announce|recall|continue|declare',
  '012': 'predict|doubt|fear|worry|forecast',
  '013': 'hope|welcome|celebrate',
  '014': 'consider|weigh',
  '015': 'acknowledge|admit|concede|confess|claim responsibility',
  '016': 'deny|refute',
  '017': 'reflect|highlight|stress|emphasize|underline|underscore',
  '018': 'joke',
  '019': 'argue|insist|maintain|suggest|believe|think',
  '020': 'appeal|urge|ask|call for|call on|request|plead|beg|encourage|exhort|push for|seek|lobby|implore',
  '022': 'reiterate|call for cooperation',
  '024': 'call for reform',
  '030':
    'agree|pledge|promise|vow|plan|intend|offer|commit|be willing|be ready|be prepared|propose|pledge to|promise to|consent|undertake',
  '036': 'invite|agree to meet|express readiness',
  '040':
    'meet|talk|discuss|consult|confer|hold talks|negotiate|visit|arrive|travel|host|receive|summit|lunch|dine|dialogue|mediate|phone|telephone',
  '042': 'visit|travel to|arrive in|trip',
  '043': 'host|receive',
  '045': 'mediate|mediation|broker',
  '046': 'negotiate|negotiation|peace talks',
  '051':
    'praise|thank|endorse|support|back|commend|hail|laud|congratulate|applaud|appreciate|salute|honor|admire|express support|express gratitude|acclaim|defend|recommend|side with|stand by',
  '052': 'defend',
  '053': 'rally behind',
  '054': 'recognize|establish ties|diplomatic relations',
  '055': 'apologize|apology|regret|sorry',
  '056': 'forgive|pardon',
  '057': 'sign|ratify|sign agreement|reach agreement|accord|treaty|pact|memorandum',
  '060': 'cooperate|collaborate|share|joint|exercise|drill|war games|trade|exchange',
  '064': 'share intelligence|share information|hand over evidence|extradite',
  '070':
    'give|donate|provide|send aid|deliver|supply|fund|grant|contribute|assist|help|aid|loan|award|finance|relief|ship|asylum',
  '080':
    'yield|ease|lift|relax|allow|permit|approve|accept|concede|free|release|withdraw|pull out|resign|step down|return|ceasefire|truce|surrender|evacuate|retreat|disarm|pardon|legalize|grant|cede|comply|retract|reinstate|restore|demobilize|dismantle|hand over power|appoint|elect|reform|accede|extend deadline|delay',
  '084': 'free|release|liberate|return',
  '087': 'ceasefire|withdraw|retreat|truce|evacuate|demobilize|de-escalate',
  '090': 'investigate|probe|inquire|examine|inspect|look into|search|monitor|audit|question',
  '100': 'demand|require|insist on|order|summon|press|pressure|ultimatum|must|compel',
  '111':
    'criticize|denounce|condemn|blame|slam|blast|attack|deplore|decry|lambast|rebuke|chide|scold|mock|ridicule|rip|bash|assail|disapprove|object|express concern|disappoint|lash out|hit back|complain|voice|deride|castigate|berate|insult|disparage|call liar|dismiss',
  '112': 'accuse|allege|charge|implicate|indict|convict|fine|find guilty',
  '114': 'complain|protest officially|lodge complaint',
  '115': 'sue|lawsuit|file suit|file lawsuit|suing|prosecute|litigate|suit',
  '120':
    'reject|refuse|decline|rebuff|oppose|veto|turn down|rule out|dismiss|spurn|fail to|defy|disobey|ignore|block|oppose|not allow|not be welcome|resist|deny|boycott|violate|break promise|renege|object to|overrule',
  '125': 'reject talks|refuse to meet|refuse to negotiate',
  '129': 'veto',
  '130': 'threaten|warn|caution|ultimatum|deadline|vow retaliation|intimidate|retaliate|threat',
  '131': 'threaten sanctions|call for sanctions|boycott threat',
  '140':
    'protest|demonstrate|rally|march|riot|strike|walkout|boycott|overthrow|coup|uprising|occupy|hunger strike|sit-in|burn flag',
  '150':
    'mobilize|deploy|alert|muster|fortify|patrol|show of force|amass|station|put on alert|mass troops|march troops|send troops|troop',
  '160':
    'suspend|halt|expel|recall|sever|break off|cut|end|terminate|cancel|stop|embargo|close border|withdraw ambassador|quit|leave|pull|downgrade|freeze ties|sanction|boycott|reduce|discontinue',
  '170':
    'arrest|detain|seize|impose|impose sanctions|ban|coerce|confiscate|freeze|restrict|curfew|raid|crack down|deport|imprison|jail|sentence|blockade|martial law|evict|shut down|repress|custody|capture|censor|curb|tax|occupy',
  '173': 'arrest|detain|imprison|jail',
  '180':
    'kill|attack|assault|bomb|shoot|abduct|kidnap|torture|beat|stab|rape|behead|execute|assassinate|murder|hijack|hostage|explode|suicide bomber|injure|wound|destroy|vandalize|storm|ambush|poison',
  '190':
    'fight|clash|battle|invade|strike|shell|airstrike|bombard|fire|missile|launch|offensive|occupy|fire on|rocket|combat|raid|drone|violate ceasefire|gunfire|capture',
  '200': 'massacre|genocide|ethnic cleansing|exterminate',
};

const IRREGULAR: Record<string, string> = {
  said: 'say',
  told: 'tell',
  wrote: 'write',
  written: 'write',
  met: 'meet',
  held: 'hold',
  gave: 'give',
  given: 'give',
  sent: 'send',
  fought: 'fight',
  struck: 'strike',
  shot: 'shoot',
  sought: 'seek',
  thought: 'think',
  broke: 'break',
  broken: 'break',
  withdrew: 'withdraw',
  withdrawn: 'withdraw',
  left: 'leave',
  began: 'begin',
  begun: 'begin',
  stole: 'steal',
  forgave: 'forgive',
  beaten: 'beat',
  fled: 'flee',
  overthrew: 'overthrow',
  overthrown: 'overthrow',
  took: 'take',
  taken: 'take',
  made: 'make',
  hit: 'hit',
  led: 'lead',
  bought: 'buy',
  spoke: 'speak',
  sued: 'sue',
  suing: 'sue',
  lent: 'lend',
  burnt: 'burn',
  stood: 'stand',
  freed: 'free',
  swore: 'swear',
  found: 'find',
};

/** The plain form of an English word: one of those that it may be is enough, since the table has them. */
export function plainForm(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular) return irregular;
  if (word.length < 4 || /ss$|us$|is$/.test(word)) return word;
  if (/ies$/.test(word)) return word.replace(/ies$/, 'y');
  if (/ied$/.test(word)) return word.replace(/ied$/, 'y');
  if (/(ch|sh|ss|x|z|o)es$/.test(word)) return word.replace(/es$/, '');
  if (/s$/.test(word)) return word.slice(0, -1);
  const [, stem] = /^(.+?)(?:ed|ing)$/.exec(word) ?? [];
  if (!stem || !/[aeiouy]/.test(stem)) return word;
  if (/([bdgklmnprtz])\1$/.test(stem) && !/(ll|ss)$/.test(stem)) return stem.slice(0, -1);
  if (
    /([^aeiou][iu]|[aeiou][cgsuvz]|at|[bct]l|rg|nc|ng|rs|is|[^aeiou]e?[iou]t|pl|[^aeiouy][aiou][kmrn]|let|ot)$/.test(
      stem,
    ) &&
    !/(er|en|on|it|al|ain|in)$/.test(stem)
  )
    return `${stem}e`;
  return stem;
}

const byWord = new Map<string, string[]>();
for (const [code, words] of Object.entries(WORDS))
  for (const word of words.split('|')) byWord.set(word, [...(byWord.get(word) ?? []), code]);

/** The CAMEO codes that a word in any form, or a phrase in its plain form, may stand for; the most specific last. */
export function codesOfWords(words: string): string[] {
  return byWord.get(words) ?? [];
}
