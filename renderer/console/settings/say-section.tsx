import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownSayText, SAY_TEXT_IDS, sayTextId, type OwnSayTexts, type SayTextId } from '../../../shared/contract/say.ts';
import type { SettingsView } from '../../../shared/contract/settings.ts';
import { SHIPPED_SAY_TEXTS } from '../../../shared/say/say-texts.ts';
import { Bar, useListText } from '../../ui/index.ts';
import { useFailureText } from '../frame/failure-text.ts';
import { useDesk } from '../store/context.tsx';
import { useKept } from '../store/use-kept.ts';
import { Row, Section } from './section.tsx';
import classes from './settings.module.css';

/** «Слова для пользователя»: what is read out, text by text; an empty field is as shipped. What an administrator set is only read. */
export function SaySection({ view, took }: { view: SettingsView; took: (view: SettingsView) => void }) {
  const { t } = useTranslation('say');
  const listText = useListText();
  const [id, setId] = useState<SayTextId>('out-of-scope');
  const { texts, own, mistakes } = view.say;
  const locked = view.locked.includes('say');
  return (
    <Section title={t('settings.title')} hint={t('settings.hint')} locked={locked}>
      {mistakes.length > 0 && (
        <div role="alert" className={classes.mistake}>
          {t('settings.mistakes')}
          <ul>
            {mistakes.map((mistake) => (
              <li key={mistake}>{mistake}</li>
            ))}
          </ul>
        </div>
      )}
      <NativeSelect
        label={t('settings.which')}
        value={id}
        onChange={(event) => {
          const chosen = sayTextId.safeParse(event.currentTarget.value);
          if (chosen.success) setId(chosen.data);
        }}
        data={SAY_TEXT_IDS.map((one) => ({
          value: one,
          label:
            own[one] === undefined
              ? listText(texts[one].title)
              : `${listText(texts[one].title)} · ${t('settings.changed')}`,
        }))}
      />
      <OneText key={`${id} ${JSON.stringify(own[id] ?? null)}`} id={id} own={own} locked={locked} took={took} />
    </Section>
  );
}

type Typed = Record<'clause' | 'address' | 'titleRu' | 'titleEn' | 'wordsRu' | 'wordsEn', string>;

/** The fields of one text, over what was changed already; saved together. */
function OneText(props: { id: SayTextId; own: OwnSayTexts; locked: boolean; took: (view: SettingsView) => void }) {
  const { id, own, locked, took } = props;
  const { t } = useTranslation('say');
  const desk = useDesk();
  const failureText = useFailureText();
  const [typed, keep] = useKept<Typed>(`say ${id}`, typedOf(own[id]));
  const [problem, setProblem] = useState<string | null>(null);
  const shipped = SHIPPED_SAY_TEXTS[id];
  const save = async (text: Typed) => {
    const parsed = ownSayText.safeParse(ownOf(text));
    if (!parsed.success) return setProblem(t('settings.refused'));
    const { [id]: _before, ...others } = own;
    const isEmpty = Object.keys(parsed.data).length === 0;
    const outcome = await desk.ask('saveSayTexts', { own: isEmpty ? others : { ...others, [id]: parsed.data } });
    if (!outcome.ok) return setProblem(failureText(outcome.error));
    setProblem(null);
    keep(null);
    took(outcome.value);
    desk.say(t('settings.saved'));
  };
  const field = (name: keyof Typed, label: string, placeholder = '') => ({
    label,
    placeholder,
    readOnly: locked,
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => keep({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <>
      <Row>
        <TextInput {...field('clause', t('settings.clause'), shipped.clause)} />
        <TextInput {...field('address', t('settings.address'), shipped.address)} />
      </Row>
      <Row>
        <TextInput {...field('titleRu', t('settings.heading.ru'), shipped.title.ru)} />
        <TextInput {...field('titleEn', t('settings.heading.en'), shipped.title.en)} />
      </Row>
      <Textarea autosize minRows={3} maxRows={8} {...field('wordsRu', t('settings.words.ru'), shipped.words.ru)} />
      <Textarea autosize minRows={3} maxRows={8} {...field('wordsEn', t('settings.words.en'), shipped.words.en)} />
      {problem !== null && (
        <p role="alert" className={classes.mistake}>
          {problem}
        </p>
      )}
      {!locked && (
        <Bar>
          <Button onClick={() => void save(typed)}>{t('settings.save')}</Button>
          {own[id] !== undefined && (
            <Button variant="subtle" onClick={() => void save(typedOf(undefined))}>
              {t('settings.shipped')}
            </Button>
          )}
        </Bar>
      )}
    </>
  );
}

const typedOf = (own: OwnSayTexts[SayTextId]): Typed => ({
  clause: own?.clause ?? '',
  address: own?.address ?? '',
  titleRu: own?.title?.ru ?? '',
  titleEn: own?.title?.en ?? '',
  wordsRu: own?.words?.ru ?? '',
  wordsEn: own?.words?.en ?? '',
});

/** What was typed, without what was left empty. */
function ownOf(typed: Typed): unknown {
  const filled = (parts: Record<string, string>) =>
    Object.fromEntries(Object.entries(parts).filter(([, text]) => text.trim() !== ''));
  const title = filled({ ru: typed.titleRu, en: typed.titleEn });
  const words = filled({ ru: typed.wordsRu, en: typed.wordsEn });
  return {
    ...filled({ clause: typed.clause.trim(), address: typed.address }),
    ...(Object.keys(title).length > 0 ? { title } : {}),
    ...(Object.keys(words).length > 0 ? { words } : {}),
  };
}
