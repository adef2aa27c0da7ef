// Fastify alone, and Fastify with the driver: what the parts cost without a service around them.
import Fastify from 'fastify';
import neo4j from 'neo4j-driver';

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, PORT, CYPHER, BIND = '{}', PAGE_BYTES = '0' } = process.env;
const bind = JSON.parse(BIND);
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
  disableLosslessIntegers: true,
});

const app = Fastify();
app.get('/hello', async () => ({ hello: 'world' }));
// As many bytes as a page of statements has, from memory.
const page = Buffer.from(JSON.stringify({ items: 'x'.repeat(Number(PAGE_BYTES)) }));
app.get('/page', (_, reply) => reply.type('application/json').send(page));
app.get('/statements', async ({ query: { speaker } }) => {
  const session = driver.session({ database: 'neo4j', defaultAccessMode: 'READ' });
  try {
    const whole = { scan: neo4j.int(bind.scan), limit: neo4j.int(bind.limit) };
    const { records } = await session.run(CYPHER, { ...bind, ...whole, speaker: [speaker] });
    return records.map((record) => record.toObject());
  } finally {
    await session.close();
  }
});
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
console.log('ready');
process.on('SIGTERM', () => process.exit(0));
