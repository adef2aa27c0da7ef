// Articles with all words that are quoted of them.
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.id AS id, a.text AS text, a.language AS language,
  COLLECT {
    MATCH (a)<-[:IN]-(n) WHERE NOT n:Account
    RETURN {
      kind: labels(n)[0], id: n.id, exact: n.exact, prefix: n.prefix, suffix: n.suffix, start: n.start, end: n.end,
      cue: n.cue, cueStart: n.cueStart, cueEnd: n.cueEnd, sentence: n.sentence,
      partExacts: n.partExacts, partPrefixes: n.partPrefixes, partSuffixes: n.partSuffixes,
      partStarts: n.partStarts, partEnds: n.partEnds,
      quotedExacts: n.quotedExacts, quotedStarts: n.quotedStarts, quotedEnds: n.quotedEnds
    } AS span
    UNION ALL
    MATCH (a)<-[:IN]-(:Quotation)<-[:ATTRIBUTES]-(n)
    RETURN {
      kind: labels(n)[0], id: n.id, exact: n.exact, prefix: n.prefix, suffix: n.suffix, start: n.start, end: n.end,
      cue: n.describedExact, cueStart: n.describedStart, cueEnd: n.describedEnd
    } AS span
    UNION ALL
    MATCH (a)-[r:AUTHORED_BY]->(n)
    RETURN {
      kind: 'Article', id: a.id, exact: r.exact, prefix: r.prefix, suffix: r.suffix, start: r.start, end: r.end
    } AS span
  } AS spans
