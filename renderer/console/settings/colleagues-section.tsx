import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from './section.tsx';
import type { Workstation } from './use-workstation.ts';

/** Colleagues to hand a call over to, and whose calls may be answered by themselves. */
export function ColleaguesSection({ workstation }: { workstation: Workstation }) {
  const { t } = useTranslation('settings');
  const { t: between } = useTranslation('between');
  const { form, change, mistake } = workstation;
  const list = (name: 'colleagues' | 'answerByHeader', words: 'list' | 'answerByHeader') => (
    <Textarea
      label={t(`colleagues.${words}`)}
      description={t(`colleagues.${words}Hint`)}
      autosize
      minRows={1}
      maxRows={12}
      readOnly={workstation.isLocked(name)}
      value={form[name]}
      error={mistake(name)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Section title={t('colleagues.title')} hint={t('colleagues.hint')} locked={workstation.isLocked('colleagues')}>
      {list('colleagues', 'list')}
      <Textarea
        label={between('numbers.list')}
        description={between('numbers.listHint')}
        autosize
        minRows={1}
        maxRows={12}
        readOnly={workstation.isLocked('serviceNumbers')}
        value={form.serviceNumbers}
        error={mistake('serviceNumbers')}
        onChange={(event) => change({ serviceNumbers: event.currentTarget.value })}
      />
      {list('answerByHeader', 'answerByHeader')}
    </Section>
  );
}
