import { Button } from '@mantine/core';
import { IconArrowsExchange, IconPhoneX, IconPlugConnected, IconUserCheck, IconUsersGroup } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TransferView } from '../../../shared/contract/transfer.ts';
import { Inset, LiveDuration } from '../../ui/index.ts';
import { useDesk } from '../store/context.tsx';
import { refusalWord } from './refusal-word.ts';
import classes from './transfer.module.css';

/** A transfer on its way: who hears whom, in a sentence, and the ways out of it. */
export function RunningTransfer({ transfer }: { transfer: TransferView }) {
  const { t } = useTranslation('transfer');
  const [words, hint] = stateWords(t, transfer);
  return (
    <>
      <Inset className={classes.state} role="status">
        <span className={classes.big}>{words}</span>
        <span className="strong ellipsis" title={transfer.name}>
          {transfer.name === '' ? transfer.number : `${transfer.name}, ${transfer.number}`}
        </span>
        <span className="small dim">
          {hint} · <LiveDuration since={transfer.since} />
        </span>
      </Inset>
      {transfer.end !== null && <Inset refused>{t(`refused.${refusalWord(transfer.end.cause)}`)}</Inset>}
      <Ways transfer={transfer} />
    </>
  );
}

function Ways({ transfer }: { transfer: TransferView }) {
  const { t } = useTranslation('transfer');
  const desk = useDesk();
  const { step, to, userGone } = transfer;
  const leave = () => void desk.act('leaveColleague', {});
  const talkTo = (whom: TransferView['to']) => void desk.act('talkTo', { to: whom });
  if (step === 'connecting') return null;
  if (userGone)
    return (
      <Button variant="end" leftSection={<IconPhoneX size={18} aria-hidden />} onClick={leave}>
        {t('end')}
      </Button>
    );
  return (
    <div className={classes.buttons}>
      {step === 'talking' && (
        <>
          <Button
            variant="filled"
            leftSection={<IconPlugConnected size={18} aria-hidden />}
            onClick={() => void desk.act('connect', {})}
          >
            {t('connect')}
          </Button>
          <Button
            leftSection={<IconArrowsExchange size={18} aria-hidden />}
            onClick={() => talkTo(to === 'colleague' ? 'user' : 'colleague')}
          >
            {t('swap')}
          </Button>
          <Button
            variant={to === 'all' ? 'on' : 'default'}
            aria-pressed={to === 'all'}
            leftSection={<IconUsersGroup size={18} aria-hidden />}
            onClick={() => talkTo(to === 'all' ? 'colleague' : 'all')}
          >
            {t('conference')}
          </Button>
        </>
      )}
      <Button leftSection={<IconUserCheck size={18} aria-hidden />} onClick={leave}>
        {t('back')}
      </Button>
    </div>
  );
}

function stateWords(t: TFunction<'transfer'>, { step, to, userGone }: TransferView): [string, string] {
  if (userGone) return [t('userGone'), t('userGoneHint')];
  if (step === 'connecting') return [t('connecting'), t('connectingHint')];
  if (step === 'calling') return [t('calling'), t('consultHint')];
  if (to === 'all') return [t('withAll'), t('withAllHint')];
  return to === 'user' ? [t('withUser'), t('withUserHint')] : [t('withColleague'), t('withColleagueHint')];
}
