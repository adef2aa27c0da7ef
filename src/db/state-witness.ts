/** Tells which state of the graph a response shows. */
export type GraphVersion = string;

export interface GraphState {
  version: GraphVersion;
  /** Whether no commit is under way: while one is, what is read may be of this version, the next one, or neither. */
  isSettled: boolean;
}

/** Follows the reads of a response, to learn the state of the graph after them where the last one tells it. */
export class StateWitness {
  #begun = 0;
  #open = 0;
  #state: GraphState | undefined;

  /** The state after all reads that were followed, where it is known. */
  get state(): GraphState | undefined {
    return this.#open === 0 ? this.#state : undefined;
  }

  /**
   * Follows a read.
   * @returns what is to be told when the read has ended, with the state where it told one. That counts only of a read that
   *   began when all others had ended and ended before another began.
   */
  begin(): (state?: GraphState) => void {
    const isAlone = this.#open++ === 0;
    const nth = ++this.#begun;
    this.#state = undefined;
    return (state) => {
      this.#open--;
      if (isAlone && nth === this.#begun) this.#state = state;
    };
  }
}
