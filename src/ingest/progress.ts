const INTERVAL = 1000;

/** Tells how far a long piece of work is: how much is done, how fast, and how long the rest takes. */
export class Progress {
  readonly #started = performance.now();
  readonly #total: number | null;
  readonly #report: (text: string) => void;
  #done = 0;
  #told = 0;

  /** @param total how many statements there are, or null where that is not known yet. */
  constructor(total: number | null, report: (text: string) => void) {
    this.#total = total;
    this.#report = report;
  }

  get done(): number {
    return this.#done;
  }

  /** Counts statements that are done, and reports at most once a second. */
  add(statements: number): void {
    this.#done += statements;
    const now = performance.now();
    if (now - Math.max(this.#told, this.#started) < INTERVAL) return;
    this.#told = now;
    this.#report(progressLine(this.#done, this.#total, now - this.#started));
  }
}

/** @param elapsed milliseconds since the start. */
export function progressLine(done: number, total: number | null, elapsed: number): string {
  const perSecond = (done / elapsed) * 1000;
  const rate = `${count(Math.round(perSecond))} a second`;
  if (total === null) return `${count(done)} statements, ${rate}`;
  const share = total === 0 ? 100 : Math.floor((done / total) * 100);
  const left = perSecond > 0 ? `, ${duration((total - done) / perSecond)} left` : '';
  return `${count(done)} of ${count(total)} statements (${share} %), ${rate}${left}`;
}

const count = (number: number) => number.toLocaleString('en');

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
