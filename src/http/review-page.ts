import type { FastifyInstance } from 'fastify';
import { documentOf } from '../pages/layout.ts';
import { reviewPage } from '../pages/review.ts';
import { PAGE_HEADERS } from './page-request.ts';

/** Serves the page on which articles are added and reviewed. It shows nothing of the record by itself, and is the same for all. */
export function registerReviewPage(app: FastifyInstance): void {
  app.get('/review', ({ url, origin }, reply) =>
    reply
      .headers({ ...PAGE_HEADERS, 'cache-control': 'no-cache' })
      .send(documentOf(reviewPage(), { url: new URL(url, origin), origin })),
  );
}
