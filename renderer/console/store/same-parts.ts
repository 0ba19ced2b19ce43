/**
 * Lets what has not changed be what it was: every part of `now` that equals the same part of `before` is replaced by it, so that nothing
 * that shows it is drawn again. Both are plain data, as parsed from JSON; `now` is nobody else's yet.
 * @returns whether the two are equal as a whole
 */
export function keepSameParts(before: object, now: object): boolean {
  const keys = Object.keys(now);
  let same = keys.length === Object.keys(before).length;
  for (const key of keys) {
    const was: unknown = Reflect.get(before, key);
    const is: unknown = Reflect.get(now, key);
    if (Object.is(was, is)) continue;
    if (isObject(was) && isObject(is) && Array.isArray(was) === Array.isArray(is) && keepSameParts(was, is)) {
      Reflect.set(now, key, was);
    } else same = false;
  }
  return same;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
