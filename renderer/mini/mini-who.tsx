import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../console/store/context.tsx';
import { likelyCaller } from '../console/workplace/who.ts';
import { PhoneNumber, phoneText } from '../ui/index.ts';
import classes from './mini.module.css';

/** Who is on the line, as far as it is known: what the card says, else the likeliest; the number where nothing is. */
export function Who() {
  const { t } = useTranslation(['workplace', 'ui']);
  const call = useSnapshot((snapshot) => snapshot.call);
  const consultation = useSnapshot((snapshot) => snapshot.consultation);
  const number = consultation?.number ?? call?.number.raw ?? '';
  const card = consultation?.card;
  const stated = [card?.contact || consultation?.displayName, card?.organisation].filter(Boolean).join(' · ');
  const likely = call === null ? null : likelyCaller(call);
  const who = stated !== '' ? stated : likely === null ? '' : t('ringing.maybe', { who: likely });
  return (
    <div className={classes.who}>
      <PhoneNumber raw={number} className={classes.number} />
      <span className="ellipsis dim" title={who || phoneText(number, t('ui:phone.hidden'))}>
        {who}
      </span>
    </div>
  );
}
