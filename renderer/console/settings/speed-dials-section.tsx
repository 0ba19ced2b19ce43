import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonalSettings } from '../../../shared/contract/settings.ts';
import { colleagueOf, linesOf, textOf } from './form.ts';
import { Section } from './section.tsx';

const MOST = 20;

/** «Быстрый набор»: one's own numbers, saved when the field is left; a line that is not understood says so and is not lost. */
export function SpeedDialsSection(props: {
  personal: PersonalSettings;
  onSave: (patch: Partial<PersonalSettings>) => void;
}) {
  const { personal, onSave } = props;
  const { t } = useTranslation('between');
  const [typed, setTyped] = useState<string | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const leave = () => {
    if (typed === null) return;
    const lines = linesOf(typed);
    const wrong = lines.find((line) => colleagueOf(line).name === '' || colleagueOf(line).number === '');
    if (wrong !== undefined) return setMistake(t('speed.mistake', { line: wrong }));
    if (lines.length > MOST) return setMistake(t('speed.tooMany', { count: MOST }));
    setTyped(null);
    onSave({ speedDials: lines.map(colleagueOf) });
  };
  return (
    <Section title={t('speed.title')} hint={t('speed.hint')}>
      <Textarea
        label={t('speed.list')}
        description={t('speed.listHint')}
        autosize
        minRows={2}
        maxRows={10}
        spellCheck={false}
        value={typed ?? textOf(personal.speedDials)}
        error={mistake}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setMistake(null);
        }}
        onBlur={leave}
      />
    </Section>
  );
}
