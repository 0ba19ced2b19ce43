import { useEffect, useState } from 'react';

/** After the page has done its part of a frame, the compositor's threads have theirs, on no more cores than there are. */
const COMPOSED_AFTER_MS = 6;

/** No frame comes to a window that is not seen. */
const UNSEEN_AFTER_MS = 100;

/**
 * Runs something once the frame that is due is painted, or soon where none is.
 * @returns a call that keeps it from running
 */
export function afterPaint(run: () => void): () => void {
  let timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    run();
  }, UNSEEN_AFTER_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(run, COMPOSED_AFTER_MS);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/**
 * The value of the last painted frame: what hangs on it does not keep this frame waiting. (A deferred value does: React renders it before
 * the frame, when there is time.)
 * @param before what it is on the first frame
 */
export function useAfterPaint<Value>(value: Value, before: Value): Value {
  const [painted, setPainted] = useState(() => before);
  useEffect(() => {
    if (value !== painted) return afterPaint(() => setPainted(() => value));
    return undefined;
  }, [value, painted]);
  return painted;
}
