/** Lets so much work run at once; what has to run alone takes all places. Who came first goes first. */
export class Gate {
  readonly #places: number;
  #free: number;
  readonly #waiting: { places: number; enter: () => void }[] = [];

  constructor(places: number) {
    this.#places = places;
    this.#free = places;
  }

  /** Runs work beside other work. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.#within(1, work);
  }

  /** Runs work while none other runs. */
  runAlone<T>(work: () => Promise<T>): Promise<T> {
    return this.#within(this.#places, work);
  }

  async #within<T>(places: number, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((enter) => {
      this.#waiting.push({ places, enter });
      this.#admit();
    });
    try {
      return await work();
    } finally {
      this.#free += places;
      this.#admit();
    }
  }

  #admit(): void {
    for (let first = this.#waiting[0]; first && first.places <= this.#free; first = this.#waiting[0]) {
      this.#waiting.shift();
      this.#free -= first.places;
      first.enter();
    }
  }
}
