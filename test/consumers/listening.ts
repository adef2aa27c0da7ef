import { beforeAll } from 'vitest';
import { testService } from '../support/service.ts';

/** The service on a port of its own, as a client on this machine reaches it. */
export function listeningService(): { url: string } {
  const service = testService();
  const listening = { url: '' };
  beforeAll(async () => {
    listening.url = await service.app.listen({ host: '127.0.0.1', port: 0 });
  });
  return listening;
}
