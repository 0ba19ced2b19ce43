import { fail } from '../../shared/contract/base.ts';
import type { CallbackEvent } from '../../shared/contract/events.ts';
import { lineSettings, type LineSettings } from '../../shared/contract/settings.ts';
import { NoCalendarError } from '../../shared/regulation/calendar.ts';
import { callbackDueByIfKnown } from '../../shared/regulation/due-by.ts';
import { formatPhone, parsePhone } from '../../shared/regulation/phone-number.ts';
import { moscowDate, type Instant } from '../../shared/regulation/time.ts';
import { createBookings } from './booking/bookings.ts';
import type { LineNow } from './booking/form-page.ts';
import { formTokens } from './booking/form-tokens.ts';
import { bookingRoutes } from './booking/routes.ts';
import { createDeskLink } from './desk-link.ts';
import { createGrants } from './grants.ts';
import { lineHours } from '../../shared/regulation/hours.ts';
import { leadRoutes } from './http/lead-routes.ts';
import { leadSessions } from './http/lead-session.ts';
import { createPages } from './http/pages.ts';
import { pagesServer } from './http/pages-server.ts';
import { createHandlingTime } from './handling-time.ts';
import { createMonitor } from './monitor.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Line, LineOptions } from './ports.ts';
import { createOwnEvents } from './own-events.ts';
import { createPresences, type Presences } from './presences.ts';
import { openRegistry, type Registry } from './registry/registry.ts';
import { lineRules, rulesPush, type LineRules } from './rules.ts';
import { sampleRegistry, sampleUsers } from './sample/sample-registry.ts';
import { createRegistryImport } from './registry/import/registry-import.ts';
import { lineRetention } from './retention.ts';
import { lineSecrets } from './secrets.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import type { LineStore } from './store/store.ts';
import { createSubscribers } from './subscribers.ts';
import { recomputeDueBys } from './team-events.ts';

export type { Line, LineLinks, LineLog, LineOptions, SampleUser } from './ports.ts';

const RULES = 'rules';
const SAMPLE_SOURCE = 'sample';

/**
 * Opens the team's line over its own database: presences, callback events, registry, audit trail, and the pages of leads and users (off
 * until `listen`). Rules that changed while it was closed recompute the due-bys at once, as `setRules` does.
 * @throws DatabaseTooNewError when a newer version of the program has written the file
 */
export async function openLine(options: LineOptions): Promise<Line> {
  const { now, newId, mode, pagesDir, log } = options;
  const store = openSqliteStore({ file: options.dbFile, newId });
  const inTurn = oneAtATime();
  const subscribers = createSubscribers(log);
  const presences = createPresences(now);
  let rules = lineRules(options.rules);
  let closed = false;

  const monitor = createMonitor({
    mode,
    now,
    rules: () => rules,
    presences,
    openEvents: () => store.events.open(),
    averageHandlingMs: createHandlingTime(store.facts),
    onError: (error) => log('error', 'monitor-failed', { error: String(error) }),
  });
  const publish = (events: readonly CallbackEvent[]): void => {
    subscribers.toAll({ kind: 'events', events: [...events] });
    monitor.changed();
  };

  const change = (next: LineRules, before: LineRules): Promise<void> =>
    inTurn(async () => {
      const changed = await store.transaction(async (within) => {
        await within.values.set(RULES, next.settings);
        return recomputeDueBys(within, before, next, now());
      });
      rules = next;
      subscribers.toAll(rulesPush(next));
      if (changed.length > 0) publish(changed);
      monitor.changed();
    });

  let registry: Registry;
  try {
    await change(rules, await rulesBefore(store, rules));
    registry = await openRegistry({ folder: options.registryDir, values: store.values, newId });
    if (options.sample) await fillWithSample(registry, now());
  } catch (error) {
    await store.close();
    throw error;
  }

  const ownEvents = createOwnEvents({
    store,
    inTurn,
    presences,
    startedAt: now(),
    now,
    publish,
    onError: (error) => log('error', 'own-events-failed', { error: String(error) }),
  });
  const secrets = await lineSecrets(store.values);
  const sessions = leadSessions(secrets);
  const grants = createGrants({ presences, subscribers, audit: store.audit, now, newId });
  const bookings = createBookings({ store, registry, inTurn, rules: () => rules, presences, publish, secrets, newId });
  const lineNow = () => forUsers(rules, presences, now());
  const phone = () => shownPhone(rules.settings.phones[0] ?? '');
  const pages = createPages(
    () =>
      pagesServer({
        pagesDir,
        cookieSecret: secrets.derive('cookies'),
        log,
        routes(app) {
          bookingRoutes(app, { bookings, tokens: formTokens(secrets), lineNow, phone, now });
          leadRoutes(app, { sessions, monitor, grants, now, log });
        },
      }),
    sessions.token,
    log,
  );
  const isClosed = () => closed;
  const { values, audit } = store;
  const registryImport = createRegistryImport({ registry, values, audit, now, newId, log });

  return {
    link: createDeskLink({
      store,
      registry,
      inTurn,
      rules: () => rules,
      presences,
      subscribers,
      publish,
      isClosed,
      now,
      log,
    }),
    listen: async (where) => (closed ? fail('line-away') : pages.listen(where)),
    stopListening: () => pages.stop(),
    setRules: (settings) => change(lineRules(settings), rules),
    registryAbout: () => registry.about(),
    registryImport,
    retention: lineRetention({ store, inTurn, isClosed, now }),
    sampleUsers,
    async close() {
      if (closed) return;
      closed = true;
      monitor.close();
      ownEvents.close();
      await pages.stop();
      await registryImport.close();
      registry.close();
      await inTurn(() => store.close());
    },
  };
}

/** The rules this database was last worked with; the given ones when it is new or they cannot be read any more. */
async function rulesBefore(store: LineStore, given: LineRules): Promise<LineRules> {
  const kept = lineSettings.safeParse(await store.values.get(RULES));
  return kept.success ? lineRules(kept.data satisfies LineSettings) : given;
}

async function fillWithSample(registry: Registry, at: Instant): Promise<void> {
  if (registry.about() !== null) return;
  await registry.replace(sampleRegistry(moscowDate(at)), { source: SAMPLE_SOURCE, asOf: at });
}

/** What the users' page says of the line. Busy: open, and no consultant is ready and free. */
function forUsers({ calendar, settings }: LineRules, presences: Presences, now: Instant): LineNow {
  const hours = lineHours(calendar, now);
  const free = presences
    .all()
    .some(
      ({ activity, availability, registered }) => activity === 'idle' && availability.kind === 'ready' && registered,
    );
  const { dueBy, preferToday } = callbackDueByIfKnown(calendar, now);
  return {
    now,
    hours,
    breakNext: opensAgainToday(),
    busy: hours.open && !free,
    dueBy,
    preferToday,
    phones: settings.phones,
  };

  function opensAgainToday(): boolean {
    try {
      const { closesAt } = calendar.day(moscowDate(now));
      return hours.open && hours.until !== null && closesAt !== null && hours.until < closesAt;
    } catch (error) {
      if (!(error instanceof NoCalendarError)) throw error;
      return false;
    }
  }
}

const shownPhone = (phone: string): string => formatPhone(parsePhone(phone).e164 ?? phone);
