// A long list read in pages, as far as it is looked at. The latest question wins.

/** How many rows are read at once. */
export const PAGE = 100;

export interface Page<Row> {
  total: number;
  rows: Row[];
}

export type Ask<Row> = (offset: number, limit: number) => Promise<Page<Row>>;

export class Pages<Row> {
  /** How many rows there are; `null` before the first answer. */
  total = $state<number | null>(null);
  /** Why the last question was not answered. */
  problem = $state.raw<unknown>(null);
  /** Counts up whenever rows arrive. */
  version = $state(0);
  #pages = $state.raw<ReadonlyMap<number, Row[]>>(new Map());
  #ask: Ask<Row> | null = null;
  #generation = 0;
  #waiting = new Set<number>();
  #range: [number, number] = [0, 0];

  row(index: number): Row | null {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null;
  }

  /** The index of the first loaded row that passes. */
  find(passes: (row: Row) => boolean): number | null {
    for (const [page, rows] of this.#pages) {
      const within = rows.findIndex(passes);
      if (within >= 0) return page * PAGE + within;
    }
    return null;
  }

  /** Asks another question from its first row. Old rows stay until the answer is here. */
  query(ask: Ask<Row>): Promise<void> {
    this.#ask = ask;
    this.#range = [0, 0];
    return this.#begin();
  }

  /** Asks the same question again, for the rows in view. */
  again(): Promise<void> {
    return this.#begin();
  }

  /** Says which rows are in view, so that they are read. */
  async want(first: number, last: number): Promise<void> {
    const end = this.total === null ? last : Math.min(last, this.total - 1);
    this.#range = [Math.max(0, first), Math.max(0, end)];
    const missing = this.#wanted().filter(
      (page) => !this.#pages.has(page) && !this.#waiting.has(page),
    );
    await Promise.all(missing.map((page) => this.#read(page, this.#generation)));
  }

  #wanted(): number[] {
    const [first, last] = this.#range.map((index) => Math.floor(index / PAGE)) as [number, number];
    return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  }

  async #begin(): Promise<void> {
    const generation = ++this.#generation;
    this.#waiting.clear();
    const ask = this.#ask;
    if (!ask) return;
    const wanted = this.#wanted();
    try {
      const answers = await Promise.all(wanted.map((page) => ask(page * PAGE, PAGE)));
      if (generation !== this.#generation) return;
      this.#pages = new Map(answers.map((answer, step) => [wanted[step] ?? 0, answer.rows]));
      this.version += 1;
      this.total = answers[0]?.total ?? 0;
      this.problem = null;
    } catch (thrown) {
      if (generation === this.#generation) this.problem = thrown;
    }
  }

  async #read(page: number, generation: number): Promise<void> {
    if (!this.#ask) return;
    this.#waiting.add(page);
    try {
      const answer = await this.#ask(page * PAGE, PAGE);
      if (generation !== this.#generation) return;
      this.#pages = new Map(this.#pages).set(page, answer.rows);
      this.version += 1;
      this.total = answer.total;
    } catch (thrown) {
      if (generation === this.#generation) this.problem = thrown;
    } finally {
      if (generation === this.#generation) this.#waiting.delete(page);
    }
  }
}
