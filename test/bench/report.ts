/** One measured thing: ours, the reference's where it has one, and what it is held against. */
export interface Row {
  what: string;
  /** null: it could not be measured, `goal` says why. */
  ours: number | null;
  reference: number | null;
  goal: string;
  /** null: there is no goal, or nothing was measured. */
  met: boolean | null;
}

/** The middle value. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length % 2 === 1) return sorted[Math.floor(middle)] ?? NaN;
  return ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** How many ms some work took. */
export function took(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

/** The value that this part of all values is not above. NaN of nothing. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** A row with a goal as a part of the reference's figure, and at most so many ms. */
export function race(what: string, ours: number, reference: number, part: number, mostMs = Infinity): Row {
  const goal = `≤ ${part} × SimpleUser${mostMs < Infinity ? `, ≤ ${mostMs} ms` : ''}`;
  return { what, ours, reference, goal, met: ours <= reference * part && ours <= mostMs };
}

/** A row with a goal of its own. */
export function below(what: string, ours: number, goalMs: number): Row {
  return { what, ours, reference: null, goal: `< ${goalMs} ms`, met: ours < goalMs };
}

/** A row with a goal of its own, beside what a baseline needs for the same. */
export function versus(what: string, ours: number, reference: number, goalMs: number): Row {
  return { ...below(what, ours, goalMs), reference };
}

/** A row beside the product's own figure: at most so much of it. */
export function ownRace(what: string, ours: number, own: number, ownWhat: string, part: number): Row {
  const goal = `≤ ${part} × ${ownWhat} (${shown(own)})`;
  return { what, ours, reference: null, goal, met: ours <= own * part };
}

/** A row that is measured, with no goal. */
export function measured(what: string, ours: number, reference: number | null): Row {
  return { what, ours, reference, goal: 'measured', met: null };
}

/** A row that says why there is no figure. */
export function unmeasured(what: string, why: string): Row {
  return { what, ours: null, reference: null, goal: `not measured: ${why}`, met: null };
}

/** The rows as a table for a terminal. */
export function table(rows: readonly Row[]): string {
  const head = ['ms', 'Line15', 'reference', 'goal', ''];
  const cells = rows.map(({ what, ours, reference, goal, met }) => {
    return [what, shown(ours), shown(reference), goal, met === null ? '' : met ? 'met' : 'not met'];
  });
  const widths = head.map((title, column) => Math.max(...[head, ...cells].map((row) => (row[column] ?? title).length)));
  const line = (row: readonly string[]) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  ');
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(line)]
    .map((text) => text.trimEnd())
    .join('\n');
}

const shown = (ms: number | null): string => (ms === null ? '' : ms.toFixed(ms < 100 ? 1 : 0));
const pad = (cell: string, width: number, column: number): string =>
  column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
