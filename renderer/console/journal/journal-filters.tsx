import { ActionIcon, CloseButton, Select, TextInput } from '@mantine/core';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { callKind } from '../../../shared/contract/between-calls.ts';
import { endReason } from '../../../shared/contract/journal.ts';
import { OUTCOMES } from '../../../shared/regulation/lists.ts';
import { useListText } from '../../ui/index.ts';
import { DayFilter } from './day-filter.tsx';
import { ExportButton } from './export/export-button.tsx';
import classes from './journal.module.css';
import { EVERYTHING, type JournalWish } from './use-journal-search.ts';

/** What stands for «any» in a list: a select has no empty choice. */
const ANY = '';

/** One field for everything; the days, the outcome, how it ended. */
export function JournalFilters(props: { wish: JournalWish; onChange: (wish: JournalWish) => void }) {
  const { wish, onChange } = props;
  const { t } = useTranslation('journal');
  const { t: history } = useTranslation('history');
  const setText = (text: string) => onChange({ ...wish, text });
  const isNarrowed = Object.entries(wish).some(([name, value]) => name !== 'text' && value !== null);
  return (
    <div className={classes.filters}>
      <TextInput
        className={classes.search}
        type="search"
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        autoFocus
        leftSection={<IconSearch size={17} aria-hidden />}
        rightSection={wish.text !== '' && <CloseButton size="sm" aria-label={t('clear')} onClick={() => setText('')} />}
        value={wish.text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <DayFilter wish={wish} onChange={onChange} />
      <div className={classes.choices}>
        <OutcomeFilter wish={wish} onChange={onChange} />
        <EndFilter wish={wish} onChange={onChange} />
        <KindFilter wish={wish} onChange={onChange} />
        {isNarrowed && (
          <ActionIcon
            aria-label={history('filter.clear')}
            title={history('filter.clear')}
            onClick={() => onChange({ ...EVERYTHING, text: wish.text })}
          >
            <IconFilterOff size={18} aria-hidden />
          </ActionIcon>
        )}
        <ExportButton wish={wish} />
      </div>
    </div>
  );
}

type FilterProps = { wish: JournalWish; onChange: (wish: JournalWish) => void };

function OutcomeFilter({ wish, onChange }: FilterProps) {
  const { t } = useTranslation('history');
  const listText = useListText();
  const outcomes = OUTCOMES.map(({ id, text }) => ({ value: id, label: listText(text) }));
  return (
    <Select
      className={classes.choice}
      aria-label={t('filter.outcome')}
      data={[{ value: ANY, label: t('filter.anyOutcome') }, ...outcomes]}
      value={wish.outcome ?? ANY}
      onChange={(outcome) => onChange({ ...wish, outcome: outcome || null })}
    />
  );
}

/** Service calls are kept apart from consultations (4.1). */
function KindFilter({ wish, onChange }: FilterProps) {
  const { t } = useTranslation('between');
  const kinds = callKind.options.map((kind) => ({ value: kind, label: t(`service.kinds.${kind}`) }));
  return (
    <Select
      className={classes.choice}
      aria-label={t('service.kind')}
      data={[{ value: ANY, label: t('service.kinds.all') }, ...kinds]}
      value={wish.kind ?? ANY}
      onChange={(kind) => onChange({ ...wish, kind: callKind.options.find((known) => known === kind) ?? null })}
    />
  );
}

function EndFilter({ wish, onChange }: FilterProps) {
  const { t } = useTranslation('history');
  const { t: journal } = useTranslation('journal');
  const ends = endReason.options.map((end) => ({ value: end, label: journal(`end.${end}`) }));
  return (
    <Select
      className={classes.choice}
      aria-label={t('filter.end')}
      data={[{ value: ANY, label: t('filter.anyEnd') }, ...ends]}
      value={wish.endReason ?? ANY}
      onChange={(end) => onChange({ ...wish, endReason: endReason.options.find((known) => known === end) ?? null })}
    />
  );
}
