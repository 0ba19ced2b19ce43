/** Runs pieces of work one after the other, in the order they were given: what changes the line never overlaps. */
export type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>;

/** A new queue. What one piece throws reaches its own caller only; the next runs all the same. */
export function oneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work, work);
    last = result.catch(() => undefined);
    return result;
  };
}
