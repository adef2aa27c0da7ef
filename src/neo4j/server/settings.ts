import type { Config } from '../../config.ts';
import type { Runtime } from '../types.ts';

/** The neo4j.conf of the managed server, which listens on loopback and reports no usage. */
export function neo4jSettings(config: Config, port: number): string {
  return `# Written at each start by src/neo4j/server/settings.ts: changes made here are lost.
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.http.enabled=${config.NEO4J_HTTP_PORT > 0}
server.http.listen_address=127.0.0.1:${config.NEO4J_HTTP_PORT}
server.https.enabled=false
dbms.usage_report.enabled=false
client.allow_telemetry=false

server.memory.heap.initial_size=${config.NEO4J_HEAP}
server.memory.heap.max_size=${config.NEO4J_HEAP}
server.memory.pagecache.size=${config.NEO4J_PAGECACHE}

# The default of 2 s lets a 500 ms timeout fire after 2 s.
db.transaction.monitor.check.interval=250ms
# This holds for transactions without a timeout of their own.
db.transaction.timeout=10m

# As many plans as the service has texts, and one for parameters of all sizes.
server.memory.query_cache.per_db_cache_num_entries=2000
internal.cypher.use_parameter_size=false

# With the default each database reserves 256 MB.
db.tx_log.preallocate=false
db.tx_log.rotation.retention_policy=2 days 200M

# LOAD CSV can reach no host.
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0

# With the defaults a stop waits 10 s for connections that are closed already.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.dbms.bolt.netty_server_shutdown_timeout=1000
internal.server.bolt.thread_pool_shutdown_wait_time=1s
`;
}

/** The server's command line, with the JVM flags of Neo4j 5.26's own neo4j.conf except those for profilers. */
export function serverCommand(config: Config, runtime: Runtime, home: string): string[] {
  return [
    runtime.program,
    `-Xms${config.NEO4J_HEAP}`,
    `-Xmx${config.NEO4J_HEAP}`,
    '-XX:+UseG1GC',
    '-XX:-OmitStackTraceInFastThrow',
    '-XX:+UnlockExperimentalVMOptions',
    '-XX:+TrustFinalNonStaticFields',
    '-XX:+DisableExplicitGC',
    // By default a JVM that dies leaves its report in the folder that the service was started in.
    `-XX:ErrorFile=${home}/logs/hs_err_pid%p.log`,
    '--add-opens=java.base/java.nio=ALL-UNNAMED',
    '--add-opens=java.base/java.io=ALL-UNNAMED',
    '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
    '--enable-native-access=ALL-UNNAMED',
    '-Djdk.nio.maxCachedBufferSize=1024',
    '-Dio.netty.tryReflectionSetAccessible=true',
    '-Djdk.tls.ephemeralDHKeySize=2048',
    '-Djdk.tls.rejectClientInitiatedRenegotiation=true',
    '-Dlog4j2.disable.jmx=true',
    '-Dfile.encoding=UTF-8',
    ...runtime.arguments,
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home}`,
    `--config-dir=${home}/conf`,
  ];
}
