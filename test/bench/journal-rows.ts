import { seededChance, type Chance } from '../../electron/line/sample/seeded-random.ts';
import { inventOrganisation } from '../../electron/line/sample/organisations.ts';
import { invented } from '../../electron/line/sample/people.ts';
import { PLACES } from '../../electron/line/sample/places.ts';
import { EMPTY_CARD } from '../../shared/contract/journal.ts';
import type { ConsultationRecord } from '../../shared/desk-state/record.ts';
import { madeUpRecord } from '../../shared/desk-state/made-up-record.ts';
import { OUTCOMES, TOPICS } from '../../shared/regulation/lists.ts';

const MINUTE = 60_000;
/** The first consultation: 11.01.2010, 09:00 in Moscow. */
const FIRST_AT = Date.UTC(2010, 0, 11, 6);

const SYLLABLES = 'ап те ка фар ма ви та ро зо ле сто гра до му ни ция вер бо ли ка не ост зар про вка пе ча'.split(
  ' ',
);
const EVERYDAY =
  'касса чек обмен ошибка обновление остатки накладная приход печать ключ база не отчёт цена серия маркировка лицензия сервер подключение инструкция'.split(
    ' ',
  );

/** A journal of any length, the same for everybody: names and comments with a few words everybody uses and many used once in a while. */
export function* manyConsultations(count: number): Generator<ConsultationRecord> {
  const chance = seededChance(1_000_000);
  const rare = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 2 + chance.below(3) }, () => chance.pick(SYLLABLES)).join(''),
  );
  const users = Array.from({ length: 20_000 }, () => user(chance));
  for (let n = 1; n <= count; n += 1) yield consultation(chance, rare, chance.pick(users), n);
}

type User = ReturnType<typeof user>;

function user(chance: Chance) {
  const place = chance.pick(chance.weighted(PLACES));
  const director = invented(chance);
  const { name, inn } = inventOrganisation(chance, place, director);
  return {
    registrationNumber: String(8_000_000 + chance.below(2_000_000)),
    organisation: name,
    inn,
    city: place.city,
    contact: `${director.surname} ${director.first} ${director.patronymic}`,
    number: `+79${String(chance.below(1_000_000_000)).padStart(9, '0')}`,
  };
}

function consultation(
  chance: Chance,
  rare: readonly string[],
  { number, ...known }: User,
  n: number,
): ConsultationRecord {
  // Forty a day, every day.
  const startedAt = FIRST_AT + Math.floor(n / 40) * 24 * 60 * MINUTE + (n % 40) * 13 * MINUTE;
  const talkMs = (2 + chance.below(12)) * MINUTE;
  const endedAt = startedAt + talkMs;
  const comment = Array.from({ length: 6 + chance.below(10) }, () =>
    chance.below(3) === 0 ? chance.pick(rare) : chance.pick(EVERYDAY),
  ).join(' ');
  return madeUpRecord(n, startedAt, {
    id: `bench-${n}`,
    number,
    e164: number,
    consultant: 'Ильина Мария Петровна',
    callId: `bench-${n}`,
    talkMs,
    endedAt,
    endReason: chance.weighted([
      [60, 'user'],
      [30, 'consultant'],
      [8, 'limit'],
      [2, 'lost'],
    ]),
    closedAt: endedAt + MINUTE,
    card: {
      ...EMPTY_CARD,
      ...known,
      configuration: '1С-Рарус: Управление аптекой, ред. 3',
      comment,
      topic: chance.pick(TOPICS).id,
      outcome: chance.pick(OUTCOMES).id,
      closing: 'identified',
    },
    touchedAt: endedAt,
  });
}
