// @neo4j/graphql over the same database, served by Fastify; documents are parsed once.
import { Neo4jGraphQL } from '@neo4j/graphql';
import Fastify from 'fastify';
import { execute, parse } from 'graphql';
import neo4j from 'neo4j-driver';

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, PORT } = process.env;

const typeDefs = `
  type Statement @node {
    id: String!
    text: String
    saidEdtf: String
    saidEarliest: String
    saidLatest: String
    saidBasis: String
    cameo: String
    actLabel: String
    plover: String
    quadClass: String
    goldstein: Float
    contested: [String!]
    speakerIds: [String!]
    sortKey: String
    saidBy: [Entity!]! @relationship(type: "SAID_BY", direction: OUT, properties: "SaidBy")
    about: [Entity!]! @relationship(type: "ABOUT", direction: OUT)
    quotations: [Quotation!]! @relationship(type: "RENDERS", direction: IN)
  }
  type SaidBy @relationshipProperties { preferred: Boolean, speakerId: String, sortKey: String }
  type Entity @node { id: String!, name: String, type: String }
  type Article @node { id: String!, title: String, publishedEdtf: String }
  type Quotation @node {
    id: String!
    quoteType: String
    exact: String
    prefix: String
    suffix: String
    start: Int
    end: Int
    cue: String
    article: [Article!]! @relationship(type: "IN", direction: OUT)
    attributions: [Attribution!]! @relationship(type: "ATTRIBUTES", direction: IN)
  }
  type Attribution @node {
    id: String!
    rank: String
    basis: String
    confidence: Float
    reason: String
    flags: [String!]
    exact: String
    prefix: String
    suffix: String
    start: Int
    end: Int
    speakers: [Entity!]! @relationship(type: "TO", direction: OUT)
  }
`;

const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
  disableLosslessIntegers: true,
});
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const documents = new Map();

const app = Fastify();
app.post('/graphql', async ({ body: { query, variables } }) => {
  if (!documents.has(query)) documents.set(query, parse(query));
  return execute({
    schema,
    document: documents.get(query),
    variableValues: variables,
    contextValue: {
      executionContext: driver,
      sessionConfig: { database: 'neo4j', defaultAccessMode: 'READ' },
    },
  });
});
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
console.log('ready');
process.on('SIGTERM', () => process.exit(0));
