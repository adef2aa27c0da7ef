import { type Graph, write } from '../../src/db/client.ts';

/**
 * Makes the database know every property that the seed leaves unset, since EXPLAIN only tells what it does not know
 * from what it does. Names stay known after the node is gone.
 */
export const createEveryToken = (graph: Graph) =>
  write(graph, async (transaction) => {
    await transaction.run(
      'CREATE (n:Article {publishedEdtf: "", publishedEarliest: "", publishedLatest: "", publisher: "", url: ""}) DELETE n',
    );
    await transaction.run(
      'CREATE (n:Statement {reportedEarliest: "", reportedLatest: "", describedRoles: [""], describedOf: [""], targetRoles: [""], targetOf: [""]}) DELETE n',
    );
    await transaction.run('CREATE (n:Event {contestKey: "", contested: [""]}) DELETE n');
    const words = ['partExacts', 'partPrefixes', 'partSuffixes', 'quotedExacts'].map(
      (name) => `${name}: ['']`,
    );
    const places = ['partStarts', 'partEnds', 'quotedStarts', 'quotedEnds'].map((name) => `${name}: [0]`);
    await transaction.run(`CREATE (n:Quotation {${[...words, ...places].join(', ')}}) DELETE n`);
    await transaction.run(
      'CREATE (n:Attribution {describedExact: "", describedStart: 0, describedEnd: 0, describedRole: ""})-[r:DESCRIBED_OF]->(n) DELETE r, n',
    );
    await transaction.run(
      'CREATE (n:UnnamedTarget {role: ""})-[r:DESCRIBED_OF]->(n), (n)-[t:TARGET_OF]->(n) DELETE r, t, n',
    );
    await transaction.run('CREATE (n:Role {from: "", until: ""}) DELETE n');
    await transaction.run('CREATE (n:Entity {provisional: true}) DELETE n');
    await transaction.run('CREATE (n:EventReference {id: ""})<-[r:NAMES_EVENT]-(n) DELETE r, n');
    const fields = ['statement', 'article', 'rank', 'of', 'entity', 'into', 'decision', 'by', 'why', 'at'];
    await transaction.run(
      `CREATE (n:Decision {${fields.map((name) => `${name}: ''`).join(', ')}, speakers: [''], ids: ['']})<-[r:DECIDED_BY]-(n) DELETE r, n`,
    );
    await transaction.run("CREATE (n:Graph {id: '', decisions: 1}) DELETE n");
    await transaction.run(
      "CREATE (n:MergedEntity {id: '', type: ''})-[r:MERGED_INTO]->(n) CREATE (n)-[m:NAMES {merged: true}]->(n) DELETE r, m, n",
    );
    await transaction.run('CREATE (n:ChangeRecord) DELETE n');
    await transaction.run(
      "CREATE (n:Quotation {occasionSigns: [''], openId: ''})-[r:SAME_AS {score: 0.5, basis: '', reason: ''}]->(n) DELETE r, n",
    );
    await transaction.run(
      "CREATE (n:Source {reviewLog: '', reviewedFacts: 1, rejectedFacts: 1, acceptedStatements: 1, reviewEdits: 1, reviewSeconds: 1, reviewedUntil: ''}) DELETE n",
    );
    await transaction.run("CREATE (n:FormerId {id: '', to: ''}) DELETE n");
    const lists = [
      'articlesAdded',
      'articlesReplaced',
      'articlesRemoved',
      'entities',
      'decisions',
      'statements',
      'events',
      'relations',
      'holders',
    ];
    await transaction.run(
      `CREATE (n:Change {id: '', isWhole: true, isListed: true, ${lists.map((name) => `${name}: ['']`).join(', ')}, version: 0, at: '', by: '', isBulk: true}) DELETE n`,
    );
  });
