/** Verbs by which a text names who speaks, in the forms that stand beside a quotation. */
const VERBS = `
  said says say told tells added adds stated states asked asks continued continues insisted insists warned warns declared declares noted notes
  explained explains replied replies argued argues wrote writes remarked remarks stressed stresses recalled recalls recounted
  conceded concedes admitted admits announced announces claimed claims complained complains concluded concludes confirmed confirms cried
  joked jokes lamented laments maintained maintains observed observes pleaded pointed promised promises quipped reiterated repeated repeats
  reported responded responds shouted shouts snapped suggested suggests testified thundered tweeted urged urges vowed vows whispered acknowledged
  acknowledges affirmed emphasized emphasised objected protested predicted predicts reasoned remembered retorted boasted commented comments
  posted summarized summed countered counters cautioned cautions advised advises assured assures began begins exclaimed reflected
`
  .trim()
  .split(/\s+/);

/** One of them, or "went on"; with the flags that are given. */
export const sayingVerb = (flags: string): RegExp =>
  new RegExp(`\\b(?:${VERBS.join('|')}|went on|goes on|according to)\\b`, flags);
