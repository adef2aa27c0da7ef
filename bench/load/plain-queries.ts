/** What a loader without a diff runs over 1,000 rows at a time, in this order: MERGE for all nodes and relationships. */
export const PLAIN_QUERIES: Record<string, string> = {
  Article: `UNWIND $rows AS row
    MERGE (n:Article {id: row.id}) SET n += row.properties`,
  Source: `UNWIND $rows AS row
    MERGE (n:Source {id: row.id}) SET n.annotation = row.annotation`,
  AUTHORED_BY: `UNWIND $rows AS row
    MATCH (n:Article {id: row.from}), (e:Person {id: row.to})
    MERGE (n)-[r:AUTHORED_BY]->(e) SET r += row.properties`,
  Event: `UNWIND $rows AS row
    MERGE (n:Event {id: row.id}) SET n += row.properties`,
  PARTICIPANT: `UNWIND $rows AS row
    MATCH (n:Event {id: row.from}), (e:Entity {id: row.to})
    MERGE (n)-[r:PARTICIPANT {role: row.properties.role}]->(e) SET r += row.properties`,
  AT: `UNWIND $rows AS row
    MATCH (n:Event {id: row.from}), (e:Entity {id: row.to})
    MERGE (n)-[r:AT]->(e) SET r += row.properties`,
  Relation: `UNWIND $rows AS row
    MERGE (n:Relation {id: row.id}) SET n += row.properties
    WITH n, row
    MATCH (s:Entity {id: row.SUBJECT}), (o:Entity {id: row.OBJECT})
    MERGE (n)-[:SUBJECT]->(s) MERGE (n)-[:OBJECT]->(o)`,
  Role: `UNWIND $rows AS row
    MERGE (n:Role {id: row.id}) SET n += row.properties
    WITH n, row
    MATCH (p:Person {id: row.HELD_BY})
    MERGE (n)-[:HELD_BY]->(p)
    WITH n, row
    MATCH (e:Entity {id: row.OF})
    MERGE (n)-[:OF]->(e)`,
  Statement: `UNWIND $rows AS row
    MERGE (n:Statement {id: row.id}) SET n += row.properties`,
  ABOUT: `UNWIND $rows AS row
    MATCH (n:Statement {id: row.from}), (e:Entity {id: row.to})
    MERGE (n)-[r:ABOUT]->(e) SET r += row.properties`,
  ABOUT_EVENT: `UNWIND $rows AS row
    MATCH (n:Statement {id: row.from}), (e:Event {id: row.to})
    MERGE (n)-[r:ABOUT]->(e) SET r += row.properties`,
  SPEAKS_ABOUT: `UNWIND $rows AS row
    MATCH (n:Statement {id: row.from}), (e:Entity {id: row.to})
    MERGE (n)-[r:SPEAKS_ABOUT {speakerId: row.properties.speakerId}]->(e) SET r += row.properties`,
  SPEAKS_ABOUT_EVENT: `UNWIND $rows AS row
    MATCH (n:Statement {id: row.from}), (e:Event {id: row.to})
    MERGE (n)-[r:SPEAKS_ABOUT {speakerId: row.properties.speakerId}]->(e) SET r += row.properties`,
  SAID_AT: `UNWIND $rows AS row
    MATCH (n:Statement {id: row.from}), (e:Event {id: row.to})
    MERGE (n)-[:SAID_AT]->(e)`,
  SAID_BY: `UNWIND $rows AS row
    MATCH (n:Statement {id: row.from}), (e:Entity {id: row.to})
    MERGE (n)-[r:SAID_BY]->(e) SET r += row.properties`,
  Quotation: `UNWIND $rows AS row
    MERGE (n:Quotation {id: row.id}) SET n += row.properties
    WITH n, row
    MATCH (a:Article {id: row.IN}), (s:Statement {id: row.RENDERS})
    MERGE (n)-[:IN]->(a) MERGE (n)-[:RENDERS]->(s)`,
  Attribution: `UNWIND $rows AS row
    MERGE (n:Attribution {id: row.id}) SET n += row.properties
    WITH n, row
    MATCH (q:Quotation {id: row.ATTRIBUTES})
    MERGE (n)-[:ATTRIBUTES]->(q)
    WITH n, row
    MATCH (e:Entity {id: row.TO})
    MERGE (n)-[:TO]->(e)`,
  UnnamedTarget: `UNWIND $rows AS row
    MERGE (n:UnnamedTarget {id: row.id}) SET n += row.properties
    WITH n, row
    MATCH (a:Article {id: row.IN}), (q:Quotation {id: row.TARGET_OF}), (e:Entity {id: row.DESCRIBED_OF})
    MERGE (n)-[:IN]->(a) MERGE (n)-[:TARGET_OF]->(q) MERGE (n)-[:DESCRIBED_OF]->(e)`,
  ...Object.fromEntries(
    ['Event', 'Relation', 'Role'].map((kind) => [
      `EvidenceOf${kind}`,
      `UNWIND $rows AS row
       MERGE (n:Evidence {id: row.id}) SET n += row.properties
       WITH n, row
       MATCH (a:Article {id: row.IN}), (f:${kind} {id: row.SUPPORTS})
       MERGE (n)-[:IN]->(a) MERGE (n)-[r:SUPPORTS]->(f) SET r += row.of`,
    ]),
  ),
  ...Object.fromEntries(
    ['Event', 'Relation', 'Role'].map((kind) => [
      `AccountOf${kind}`,
      `UNWIND $rows AS row
       MERGE (n:Account {id: row.id}) SET n += row.properties
       WITH n, row
       MATCH (a:Article {id: row.IN}), (f:${kind} {id: row.TELLS_OF})
       MERGE (n)-[:IN]->(a) MERGE (n)-[r:TELLS_OF]->(f) SET r += row.of`,
    ]),
  ),
  ...Object.fromEntries(
    ['Quotation', 'Account'].map((kind) => [
      `NamesOf${kind}`,
      `UNWIND $rows AS row
       MATCH (n:${kind} {id: row.from}), (e:Entity {id: row.to})
       MERGE (n)-[:NAMES_ENTITY]->(e)`,
    ]),
  ),
  Figure: `UNWIND $rows AS row
    MERGE (n:Figure {id: row.id}) SET n += row.properties
    WITH n, row
    MATCH (a:Article {id: row.IN}), (v:Event {id: row.FIGURE_OF})
    MERGE (n)-[:IN]->(a) MERGE (n)-[r:FIGURE_OF]->(v) SET r += row.of`,
  Mention: `UNWIND $rows AS row
    MERGE (n:Mention {id: row.id}) SET n += row.properties
    WITH n, row
    MATCH (a:Article {id: row.IN})
    MERGE (n)-[:IN]->(a)
    WITH n, row
    MATCH (e:Entity {id: row.REFERS_TO})
    MERGE (n)-[:REFERS_TO]->(e)`,
  ExcludedClaim: `UNWIND $rows AS row
    MERGE (n:ExcludedClaim {id: row.id}) SET n += row.properties
    WITH n, row
    MATCH (a:Article {id: row.IN})
    MERGE (n)-[:IN]->(a)`,
};
