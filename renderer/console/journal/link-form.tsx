import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconLink, IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, usePlace, usePlaceState } from '../store/context.tsx';
import classes from './chain.module.css';
import { EVERYTHING } from './use-journal-search.ts';

type Earlier = { id: string; inquiry: string };

/** «Продолжение»: links a consultation with an earlier one by its inquiry number, or takes the link away. */
export function LinkForm(props: { consultationId: string; earlier: Earlier | null; onLinked?: () => void }) {
  const { consultationId, earlier, onLinked } = props;
  const { t } = useTranslation('history');
  const desk = useDesk();
  const place = usePlace();
  const open = usePlaceState(({ linking }) => linking === consultationId);
  const unlink = async () => {
    const outcome = await desk.act('linkConsultation', { consultationId, earlierId: null });
    if (outcome.ok) onLinked?.();
  };
  if (earlier !== null)
    return (
      <div className={classes.line}>
        <span>{t('continues.of', { inquiry: earlier.inquiry })}</span>
        <ActionIcon
          aria-label={t('continues.remove', { inquiry: earlier.inquiry })}
          title={t('continues.remove', { inquiry: earlier.inquiry })}
          onClick={() => void unlink()}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
    );
  if (open)
    return (
      <NumberForm
        consultationId={consultationId}
        onClose={(linked) => {
          place.setLinking(null);
          if (linked) onLinked?.();
        }}
      />
    );
  return (
    <Button
      size="sm"
      variant="subtle"
      title={t('continues.linkHint')}
      leftSection={<IconLink size={16} aria-hidden />}
      onClick={() => place.setLinking(consultationId)}
    >
      {t('continues.link')}
    </Button>
  );
}

function NumberForm({ consultationId, onClose }: { consultationId: string; onClose: (linked: boolean) => void }) {
  const { t } = useTranslation('history');
  const desk = useDesk();
  const [number, setNumber] = useState('');
  const [mistake, setMistake] = useState<'wrongCheck' | 'notFound' | null>(null);

  const link = async () => {
    const found = await desk.act('searchJournal', { ...EVERYTHING, text: number, limit: 2, after: null });
    if (!found.ok) return;
    const [row, another] = found.value.rows;
    if (row === undefined || another !== undefined) {
      return setMistake(found.value.wrongCheck ? 'wrongCheck' : 'notFound');
    }
    const linked = await desk.act('linkConsultation', { consultationId, earlierId: row.id });
    if (!linked.ok) return;
    desk.say(t('continues.done', { inquiry: row.inquiry }));
    onClose(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (number.trim() !== '') void link();
  };
  return (
    <form
      className={classes.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose(false);
      }}
    >
      <TextInput
        aria-label={t('continues.field')}
        placeholder={t('continues.field')}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={30}
        value={number}
        error={mistake && t(`continues.${mistake}`)}
        onChange={(event) => {
          setNumber(event.currentTarget.value);
          setMistake(null);
        }}
      />
      <Button type="submit" size="sm">
        {t('continues.save')}
      </Button>
      <Button size="sm" variant="subtle" onClick={() => onClose(false)}>
        {t('continues.cancel')}
      </Button>
    </form>
  );
}
