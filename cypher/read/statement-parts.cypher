// Statements by their ids, each with its properties, targets, quotations and attributions: what its wire form is made of.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN s {
  .id, .text, .saidEdtf, .saidEarliest, .saidLatest, .saidBasis,
  .cameo, .actLabel, .plover, .quadClass, .goldstein, .contested, .speakerIds,
  about: COLLECT {
    MATCH (s)-[about:ABOUT]->(t)
    RETURN {id: t.id, name: coalesce(t.name, t.label), type: coalesce(t.type, 'Event'), as: about.as, articles: about.articles}
  },
  saidAt: COLLECT {
    MATCH (s)-[:SAID_AT]->(v:Event)
    RETURN {id: v.id, name: v.label, type: 'Event'}
  },
  quotations: COLLECT {
    MATCH (s)<-[:RENDERS]-(q:Quotation)-[:IN]->(a:Article)
    RETURN q {
      .id, .quoteType, .exact, .prefix, .suffix, .start, .end, .cue, .cueStart, .cueEnd,
      .partExacts, .partPrefixes, .partSuffixes, .partStarts, .partEnds, .quotedExacts, .quotedStarts, .quotedEnds,
      .saidEdtf, .saidEarliest, .saidLatest, .saidBasis, .cameo, .statementId,
      article: {id: a.id, title: a.title, published: a.publishedEdtf},
      same: COLLECT {
        MATCH (q)-[same:SAME_AS]-(other:Quotation)-[:RENDERS]->(s)
        MATCH (other)-[:IN]->(there:Article)
        RETURN same {.basis, .score, .reason, article: there.id}
      },
      unnamedTargets: COLLECT {
        MATCH (q)<-[:TARGET_OF]-(t:UnnamedTarget)
        RETURN t {
          .exact, .prefix, .suffix, .start, .end, .role,
          of: head(COLLECT { MATCH (t)-[:DESCRIBED_OF]->(e:Entity) RETURN e {.id, .name, .type} })
        }
      },
      attributions: COLLECT {
        MATCH (q)<-[:ATTRIBUTES]-(by:Attribution)
        RETURN by {
          .id, .rank, .basis, .confidence, .reason, .flags, .exact, .prefix, .suffix, .start, .end,
          .describedExact, .describedStart, .describedEnd, .describedRole,
          describedOf: head(COLLECT { MATCH (by)-[:DESCRIBED_OF]->(e:Entity) RETURN e {.id, .name, .type} }),
          speakers: COLLECT { MATCH (by)-[:TO]->(e:Entity) RETURN e {.id, .name, .type} }
        }
      }
    }
  }
} AS parts
