import compress from '@fastify/compress';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import metrics from 'fastify-metrics';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import packageJson from '../package.json' with { type: 'json' };
import type { Graph } from './db/client.ts';
import { registerAnnotations } from './endpoints/annotations.ts';
import { answers } from './endpoints/answers.ts';
import { registerWriting } from './endpoints/articles/write.ts';
import { queries } from './endpoints/index.ts';
import { registerLinkedData } from './endpoints/linked-data.ts';
import { registerProblemCatalogue } from './endpoints/problems.ts';
import { registerReconciliation } from './endpoints/reconcile/routes.ts';
import { registerBackpressure } from './http/backpressure.ts';
import { answerClientError, ignoreUnknownExpectations, refuseUnclearHosts } from './http/client-error.ts';
import { CONTENT_SECURITY_POLICY, registerDocsPages } from './http/docs-pages.ts';
import { registerHealth } from './http/health.ts';
import { registerOpenApi } from './http/openapi/document.ts';
import { registerProblems, sendProblem, toProblem } from './http/problem.ts';
import { registerRateLimit } from './http/rate-limit.ts';
import { registerResponseCache } from './http/response-cache.ts';
import { registerQuery } from './http/route.ts';
import { TRUNCATED_HEADER } from './http/send.ts';
import { HTTP } from './limits.ts';
import { responseCache } from './query/response-cache.ts';

export interface AppOptions {
  graph: Graph;
  logger?: FastifyServerOptions['logger'];
  /** Hold each answer to its schema: for tests, since it costs more than the answer itself. */
  checkAnswers?: boolean;
  /** Megabytes of answers that are kept while the graph stays as it is; none by default. */
  responseCacheSize?: number;
  /** The key that writing takes; nothing can be written without one. */
  writeKey?: string;
  /** Requests a minute that one client may send; any number by default. */
  rateLimit?: number;
  /** Proxies whose `X-Forwarded-*` headers are believed. */
  trustProxy?: string;
  /** Send requests away while the event loop lags; for a process that does nothing but serve. */
  watchesProcess?: boolean;
}

/** Builds the service on a graph; it does not listen, so that tests can inject requests. */
export async function buildApp({
  graph,
  logger = false,
  checkAnswers = false,
  responseCacheSize = 0,
  writeKey,
  rateLimit = 0,
  trustProxy,
  watchesProcess = false,
}: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger,
    trustProxy: trustProxy ?? false,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: HTTP.maxParamLength, ignoreTrailingSlash: true },
    bodyLimit: HTTP.bodyLimit,
    keepAliveTimeout: HTTP.keepAliveTimeout,
    frameworkErrors: (error, request, reply) => sendProblem(reply, toProblem(error), request.id),
    clientErrorHandler: answerClientError,
    http: {
      connectionsCheckingInterval: HTTP.checkInterval,
      headersTimeout: HTTP.headersTimeout,
      maxHeaderSize: HTTP.maxHeaderSize,
      requireHostHeader: false,
    },
    requestTimeout: HTTP.requestTimeout,
    genReqId: () => crypto.randomUUID(),
  });
  closeIdleConnections(app);
  const cache = responseCache(responseCacheSize);
  registerResponseCache(app, graph, cache);
  registerProblems(app);
  refuseUnclearHosts(app);
  ignoreUnknownExpectations(app);
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
  await registerBackpressure(app, watchesProcess);
  await registerRateLimit(app, rateLimit);
  await app.register(compress, { threshold: 1024 });
  await app.register(metrics.default, {
    endpoint: '/metrics',
    defaultMetrics: { enabled: true },
    // A summary keeps quantiles in a tree, which costs more than the request; the histogram has them as well.
    routeMetrics: { enabled: { histogram: true, summary: false } },
    // The registry belongs to the process, and a second service in it would find the metrics of the first.
    clearRegisterOnInit: true,
  });
  await registerOpenApi(app, { version: packageJson.version, queries, answers });
  await registerDocsPages(app);
  await app.register(async (api) => {
    api.setValidatorCompiler(validatorCompiler);
    api.setSerializerCompiler(checkAnswers ? serializerCompiler : () => (body) => JSON.stringify(body));
    registerHealth(api, graph);
    registerLinkedData(api);
    registerAnnotations(api, graph);
    await registerReconciliation(api, graph);
    await registerWriting(api, graph, writeKey);
    registerProblemCatalogue(api);
    for (const query of queries) registerQuery(api, { graph, cache, checkAnswers }, query);
  });
  return app;
}

/** While the service closes, a connection that falls idle after its last answer is closed too, instead of waited for. */
function closeIdleConnections(app: FastifyInstance): void {
  app.addHook('preClose', (done) => {
    const closing = setInterval(() => app.server.closeIdleConnections(), 100);
    app.server.once('close', () => clearInterval(closing));
    done();
  });
}
