import compress from '@fastify/compress';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import metrics from 'fastify-metrics';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import packageJson from '../package.json' with { type: 'json' };
import type { Graph } from './db/client.ts';
import { Plans } from './db/plans.ts';
import { registerCheckPage } from './endpoints/check-page.ts';
import { operations, queries } from './endpoints/index.ts';
import { keyRequired, type WriteKey, wrongKeyCounter } from './http/auth.ts';
import { registerCommonHeaders } from './http/common-headers.ts';
import { limitConnections } from './http/connections.ts';
import { registerCodings } from './http/content-coding.ts';
import { currentPath } from './http/current-path.ts';
import { CONTENT_SECURITY_POLICY, registerDocsPages } from './http/docs-pages.ts';
import { openGates } from './http/gate.ts';
import { registerHealth } from './http/health.ts';
import {
  newRequestId,
  refuseWhileClosing,
  registerRequestChecks,
  registerResponseCache,
} from './http/hooks.ts';
import { registerHostCheck, targetOf } from './http/host.ts';
import {
  followResponses,
  ignoreUnknownExpectations,
  registerProcessLimit,
  registerRateLimit,
  respondToClientError,
} from './http/limits.ts';
import { openApiDocument, registerOpenApi } from './http/openapi/document.ts';
import { collectRoutes, type DocumentedRoute } from './http/openapi/routes.ts';
import { registerOperations } from './http/operation.ts';
import { withOtherKind } from './http/other-kind.ts';
import { homeExamples, preparePages } from './http/pages.ts';
import { ParquetFiles } from './http/parquet-files.ts';
import { registerProblems, sendProblem, toProblem } from './http/problem.ts';
import { withoutSecrets } from './http/request-log.ts';
import { registerReviewPage } from './http/review-page.ts';
import { registerQuery } from './http/route.ts';
import { registerServiceMap } from './http/service-map.ts';
import { TRUNCATED_HEADER } from './http/tags.ts';
import { registerWellKnownFiles } from './http/well-known.ts';
import { HTTP, LOAD } from './limits.ts';
import { registerMcp } from './mcp/route.ts';
import { responseCache } from './query/consistency.ts';
import type { WarmUpProgress } from './query/warm-up.ts';

export interface AppOptions {
  graph: Graph;
  logger?: FastifyServerOptions['logger'];
  /** Hold each response and each row to its schema: for tests, since it costs more than the response itself. */
  checkResponses?: boolean;
  /** Megabytes of responses that are cached while the graph stays as it is; none by default. */
  responseCacheSize?: number;
  /** The keys that writing takes; nothing can be written without one. */
  writeKeys?: readonly WriteKey[];
  /** Requests a minute that one client may send; any number by default. */
  rateLimit?: number;
  /** Connections that one IP address may hold open; 0 is without a limit. */
  connectionsPerClient?: number;
  /** Proxies whose `X-Forwarded-*` headers are believed. */
  trustProxy?: string;
  /** What became of the database and is done about it, where it is down. */
  databaseNews?: () => string | undefined;
  /** URL that absolute ids begin with; by default that of each request. */
  publicUrl?: string;
  /** Whom a vulnerability is reported to, as a URL; `/.well-known/security.txt` is there only with it. */
  securityContact?: string;
  /** How far the database is with the plans of all queries, until it has them. */
  warmUp?: () => WarmUpProgress | undefined;
  /** Send requests away while the event loop lags; for a process that does nothing but serve. */
  watchesProcess?: boolean;
}

/** Builds the service on a graph; it does not listen, so that tests can inject requests. */
export async function buildApp({
  graph,
  logger = false,
  checkResponses = false,
  responseCacheSize = 0,
  writeKeys = [],
  rateLimit = 0,
  connectionsPerClient = LOAD.connectionsPerClient,
  trustProxy,
  databaseNews = () => undefined,
  publicUrl,
  securityContact,
  warmUp = () => undefined,
  watchesProcess = false,
}: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: withoutSecrets(logger),
    trustProxy: trustProxy ?? false,
    rewriteUrl: targetOf,
    forceCloseConnections: 'idle',
    // Its own response is no problem document; `refuseWhileClosing` has one.
    return503OnClosing: false,
    routerOptions: { maxParamLength: HTTP.maxParamLength, ignoreTrailingSlash: true },
    bodyLimit: HTTP.bodyLimit,
    keepAliveTimeout: HTTP.keepAliveTimeout,
    connectionTimeout: HTTP.silence,
    frameworkErrors: (error, request, reply) => sendProblem(reply, toProblem(error, request), request.id),
    clientErrorHandler: respondToClientError,
    http: {
      connectionsCheckingInterval: HTTP.checkInterval,
      headersTimeout: HTTP.headersTimeout,
      maxHeaderSize: HTTP.maxHeaderSize,
      requireHostHeader: false,
    },
    requestTimeout: HTTP.requestTimeout,
    genReqId: newRequestId,
  });
  limitConnections(app.server, { perClient: connectionsPerClient, trustProxy });
  closeIdleConnections(app);
  registerCommonHeaders(app);
  registerCodings(app);
  refuseWhileClosing(app);
  const cache = responseCache(responseCacheSize);
  registerHostCheck(app, publicUrl);
  registerResponseCache(app, graph, cache);
  await registerRateLimit(app, rateLimit);
  const knownRoutes = registerRequestChecks(app);
  registerProblems(
    app,
    (request, problem) => withOtherKind(graph, request, problem, knownRoutes),
    (request, problem) => currentPath(graph, request, problem),
  );
  ignoreUnknownExpectations(app);
  followResponses(app);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD'],
    exposedHeaders: ['link', 'etag', 'retry-after', 'content-disposition', TRUNCATED_HEADER],
    // Otherwise an OPTIONS that is no preflight is answered with plain text.
    strictPreflight: false,
  });
  if (watchesProcess) await registerProcessLimit(app);
  // For the bodies of requests alone.
  await app.register(compress, { globalCompression: false });
  await app.register(metrics.default, {
    endpoint: { url: '/metrics', method: 'GET', logLevel: 'fatal', handler: () => {} },
    defaultMetrics: { enabled: true },
    // A summary keeps quantiles in a tree, which costs more than the request; the histogram has them as well.
    routeMetrics: { enabled: { histogram: true, summary: false } },
    // The registry belongs to the process, and a second service in it would find the metrics of the first.
    clearRegisterOnInit: true,
  });
  const authorize = keyRequired(writeKeys, rateLimit > 0 ? wrongKeyCounter() : undefined);
  const served = { plans: new Plans(), ...graph, checksRows: checkResponses };
  const files = new ParquetFiles(served);
  app.addHook('onClose', () => files.close());
  const serving = {
    graph: served,
    gates: openGates(served),
    cache,
    pages: preparePages(queries, operations),
    files,
    checkResponses,
    authorize,
  };
  const routes: DocumentedRoute[] = [];
  await app.register(async (api) => {
    collectRoutes(api, routes);
    api.setValidatorCompiler(validatorCompiler);
    api.setSerializerCompiler(checkResponses ? serializerCompiler : () => (body) => JSON.stringify(body));
    registerServiceMap(api, serving, routes, homeExamples(queries));
    registerHealth(api, graph, { databaseNews, warmUp });
    for (const query of queries) registerQuery(api, serving, query);
    await registerOperations(api, serving, operations);
  });
  const document = openApiDocument(routes, queries, packageJson.version);
  await registerOpenApi(app, document);
  await registerDocsPages(app, document);
  await registerCheckPage(app, serving);
  registerReviewPage(app);
  registerWellKnownFiles(app, { ...serving, securityContact });
  const key = writeKeys.length === 0 ? {} : { authorize };
  await registerMcp(app, { graph: serving.graph, gates: serving.gates, publicUrl, ...key });
  return app;
}

/** While the service closes, a connection that falls idle after its last response is closed too, instead of waited for. */
function closeIdleConnections(app: FastifyInstance): void {
  app.addHook('preClose', (done) => {
    const closing = setInterval(() => app.server.closeIdleConnections(), 100);
    app.server.once('close', () => clearInterval(closing));
    done();
  });
}
