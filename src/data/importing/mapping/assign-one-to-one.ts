const never = 1e6;

/** Costs of pairs: gains with the sign turned. Behind the columns each row has a stand-in of its own, so that it may stay alone. */
const costOf = (gains: readonly (readonly number[])[], row: number, column: number): number => {
  const real = gains[0]?.length ?? 0;
  if (column >= real) return column - real === row ? 0 : never;
  const gain = gains[row]?.[column] ?? 0;
  return gain > 0 ? -gain : never;
};

/**
 * The assignment while it grows. Rows and columns count from 1; column 0 stands for “none yet” and holds the row that is
 * looked for a place.
 */
class Assignment {
  readonly rowOf: Int32Array;
  readonly #gains: readonly (readonly number[])[];
  readonly #columns: number;
  readonly #rowPotential: Float64Array;
  readonly #columnPotential: Float64Array;
  readonly #before: Int32Array;

  constructor(gains: readonly (readonly number[])[]) {
    this.#gains = gains;
    this.#columns = (gains[0]?.length ?? 0) + gains.length;
    this.rowOf = new Int32Array(this.#columns + 1);
    this.#rowPotential = new Float64Array(gains.length + 1);
    this.#columnPotential = new Float64Array(this.#columns + 1);
    this.#before = new Int32Array(this.#columns + 1);
  }

  /** Finds a place for a row on the cheapest way through the places of others. */
  place(row: number): void {
    this.rowOf[0] = row;
    const slack = new Float64Array(this.#columns + 1).fill(Infinity);
    const isDone = new Uint8Array(this.#columns + 1);
    let column = 0;
    do {
      isDone[column] = 1;
      const next = this.#nearest(column, slack, isDone);
      this.#shift(slack[next] ?? 0, slack, isDone);
      column = next;
    } while (this.rowOf[column] !== 0);
    while (column !== 0) {
      const previous = this.#before[column] ?? 0;
      this.rowOf[column] = this.rowOf[previous] ?? 0;
      column = previous;
    }
  }

  /** The column that is cheapest to reach, once the one just done is taken into account. */
  #nearest(done: number, slack: Float64Array, isDone: Uint8Array): number {
    const row = this.rowOf[done] ?? 0;
    const base = this.#rowPotential[row] ?? 0;
    let nearest = 0;
    for (let column = 1; column <= this.#columns; column += 1) {
      if (isDone[column]) continue;
      const cost = costOf(this.#gains, row - 1, column - 1) - base - (this.#columnPotential[column] ?? 0);
      if (cost < (slack[column] ?? 0)) {
        slack[column] = cost;
        this.#before[column] = done;
      }
      if (nearest === 0 || (slack[column] ?? 0) < (slack[nearest] ?? 0)) nearest = column;
    }
    return nearest;
  }

  #shift(by: number, slack: Float64Array, isDone: Uint8Array): void {
    for (let column = 0; column <= this.#columns; column += 1) {
      const row = this.rowOf[column] ?? 0;
      if (isDone[column]) {
        this.#rowPotential[row] = (this.#rowPotential[row] ?? 0) + by;
        this.#columnPotential[column] = (this.#columnPotential[column] ?? 0) - by;
      } else slack[column] = (slack[column] ?? 0) - by;
    }
  }
}

/**
 * Which row goes with which column so that the sum of gains is largest, each at most once; only pairs with a gain above
 * 0 are made. Gives the column of each row, or -1. The Hungarian method with potentials, O(rows² × columns), after
 * H. W. Kuhn, “The Hungarian method for the assignment problem”, Naval Research Logistics Quarterly 2 (1955), in the
 * shortest-augmenting-path form of R. Jonker and A. Volgenant, Computing 38 (1987).
 */
export const assignOneToOne = (gains: readonly (readonly number[])[]): readonly number[] => {
  const assignment = new Assignment(gains);
  for (let row = 1; row <= gains.length; row += 1) assignment.place(row);
  const columnOf = new Array<number>(gains.length).fill(-1);
  assignment.rowOf.forEach((row, column) => {
    if (column > 0 && row > 0 && (gains[row - 1]?.[column - 1] ?? 0) > 0) columnOf[row - 1] = column - 1;
  });
  return columnOf;
};
