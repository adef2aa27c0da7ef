import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** How many answers came, whatever belongs to them. */
  answers: number;
  /** Whether the service closed the connection. */
  closed: boolean;
}

const PATIENCE = 3000;

/** Sends bytes as they are, and reads until the connection ends or for three seconds. */
export async function exchange(port: number, ...parts: (string | Buffer)[]): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1').setNoDelay();
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => {});
  const closing = once(socket, 'close').then(() => true);
  for (const [nth, part] of parts.entries()) {
    if (nth > 0) await sleep(50);
    if (socket.writable) socket.write(part);
  }
  const closed = await Promise.race([closing, sleep(PATIENCE, false, { ref: false })]);
  socket.destroy();
  const received = Buffer.concat(chunks).toString('utf8');
  const [head = '', body = ''] = received.split(/\r\n\r\n(.*)/s);
  const [line = '', ...fields] = head.split('\r\n');
  return {
    status: Number(line.split(' ')[1]),
    headers: Object.fromEntries(
      fields.map((field) => [
        field.slice(0, field.indexOf(':')).toLowerCase(),
        field.slice(field.indexOf(':') + 2),
      ]),
    ),
    body,
    answers: received.match(/HTTP\/1\.\d \d{3}/g)?.length ?? 0,
    closed,
  };
}
