const PREFIX = 'line15.tab.';
/** A reloaded page's predecessor lets go of its lock at once; a tab that was duplicated never does. */
const HELD_MS = 500;

/**
 * The identity of this tab: the same after a reload, so that the desk knows its own tab again. Kept in the window's name, which a page has
 * at hand; the first look into sessionStorage waits for the browser's own process, before the phone's first socket. A duplicated tab may
 * have the name too; the lock tells the copy apart, and it takes an id of its own.
 */
export function tabId(): Promise<string> {
  known ??= claim();
  return known;
}

let known: Promise<string> | null = null;

async function claim(): Promise<string> {
  const kept = window.name.startsWith(PREFIX) ? window.name.slice(PREFIX.length) : '';
  if (kept !== '' && (await held(kept))) return kept;
  // Nobody else can have a new one: its lock is taken, not waited for.
  const fresh = crypto.randomUUID();
  window.name = PREFIX + fresh;
  void held(fresh);
  return fresh;
}

/** Takes the lock of this id until the page ends; false when another page keeps it. */
function held(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = navigator.locks.request(`${PREFIX}${id}`, { signal: AbortSignal.timeout(HELD_MS) }, () => {
      resolve(true);
      return new Promise<never>(() => undefined);
    });
    request.catch(() => resolve(false));
  });
}
