import { PasswordInput, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ECHO_NUMBER } from '../../../shared/contract/link-check.ts';
import type { SettingsView } from '../../../shared/contract/settings.ts';
import type { SettingsForm } from './form.ts';
import { Row, Section } from './section.tsx';
import classes from './settings.module.css';
import type { Workstation } from './use-workstation.ts';

/** Says that there is one, and nothing of it. */
const KNOWN_PASSWORD = '••••••••';

/** The telephone account: server, number, password with what keeps it, STUN. Empty: the training line. */
export function PhoneSection({ workstation, view }: { workstation: Workstation; view: SettingsView }) {
  const { t } = useTranslation('settings');
  const { t: between } = useTranslation('between');
  const { form, change, mistake } = workstation;
  const locked = workstation.isLocked('sip');
  const { sip } = form;
  const set = (patch: Partial<SettingsForm['sip']>) => change({ sip: { ...sip, ...patch } });
  const field = (name: 'server' | 'number' | 'user' | 'domain' | 'echo') => ({
    label: t(`phone.${name}`),
    value: sip[name],
    error: mistake(`sip.${name}`),
    readOnly: locked,
    spellCheck: false,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  return (
    <Section title={t('phone.title')} hint={t('phone.hint')} locked={locked}>
      <TextInput {...field('server')} description={t('phone.serverHint')} />
      <Row>
        <TextInput {...field('number')} />
        <PasswordInput
          label={t('phone.password')}
          autoComplete="new-password"
          readOnly={locked}
          maxLength={200}
          placeholder={view.password.known ? KNOWN_PASSWORD : undefined}
          value={workstation.password}
          onChange={(event) => workstation.changePassword(event.currentTarget.value)}
        />
      </Row>
      <p className={classes.note}>
        {!locked && t(view.password.known ? 'phone.passwordKnown' : 'phone.passwordUnknown')}{' '}
        {t(`phone.kept.${view.password.kept}`)}
      </p>
      <Row>
        <TextInput {...field('user')} description={t('phone.userHint')} />
        <TextInput {...field('domain')} description={t('phone.domainHint')} />
      </Row>
      <Row>
        <TextInput {...field('echo')} description={t('phone.echoHint')} placeholder={ECHO_NUMBER} />
        <TextInput
          label={between('numbers.prefix')}
          description={between('numbers.prefixHint')}
          value={sip.prefix}
          error={mistake('sip.prefix')}
          readOnly={locked}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => set({ prefix: event.currentTarget.value })}
        />
      </Row>
      <Textarea
        label={t('phone.stun')}
        description={t('phone.stunHint')}
        autosize
        minRows={1}
        readOnly={locked}
        spellCheck={false}
        value={sip.stun}
        error={mistake('sip.stun')}
        onChange={(event) => set({ stun: event.currentTarget.value })}
      />
      <Switch
        label={t('phone.autoAnswer')}
        description={t('phone.autoAnswerHint')}
        disabled={workstation.isLocked('autoAnswer')}
        checked={form.autoAnswer}
        onChange={(event) => change({ autoAnswer: event.currentTarget.checked })}
      />
    </Section>
  );
}
