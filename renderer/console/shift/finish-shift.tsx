import { Button } from '@mantine/core';
import { IconArrowBackUp, IconDoorExit } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx, DueTime, PhoneNumber, RowList } from '../../ui/index.ts';
import { PanelBody } from '../frame/panel-body.tsx';
import { useDesk, useDeskState, usePlace, useSnapshot } from '../store/context.tsx';
import { TodayFigures } from '../workplace/today-figures.tsx';
import { eventWho } from '../workplace/next-event.ts';
import classes from './shift.module.css';

/** «Закончить смену»: what is left, and what becomes of it. Nothing of it holds anybody. */
export function FinishShift({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('between');
  const desk = useDesk();
  const inCall = useSnapshot((snapshot) => snapshot.call !== null);
  const end = async () => {
    await desk.drafts.flush();
    const outcome = await desk.act('endShift', {});
    if (!outcome.ok) return;
    desk.say(t('shift.ending.done'));
    onDone();
  };
  return (
    <>
      <PanelBody>
        <p className="dim">{t('shift.ending.intro')}</p>
        {inCall && <p className="strong">{t('shift.ending.inCall')}</p>}
        <Unclosed />
        <OwnEvents />
        <Unsent />
        <Part title={t('shift.ending.today')}>
          <TodayFigures narrow />
        </Part>
      </PanelBody>
      <div className={cx(classes.foot, classes.below)}>
        <Button variant="filled" leftSection={<IconDoorExit size={18} aria-hidden />} onClick={() => void end()}>
          {t('shift.finish')}
        </Button>
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Unclosed() {
  const { t } = useTranslation(['between', 'workplace']);
  const desk = useDesk();
  const place = usePlace();
  const unclosed = useSnapshot((snapshot) => snapshot.unclosed);
  const open = async (consultationId: string) => {
    const outcome = await desk.act('openConsultation', { consultationId });
    if (outcome.ok) place.go('workplace');
  };
  return (
    <Part title={t('shift.ending.unclosed')}>
      {unclosed.length === 0 ? (
        <p className="dim">{t('shift.ending.none')}</p>
      ) : (
        <RowList className={classes.list}>
          {unclosed.map((row) => (
            <li key={row.id}>
              <span className="ellipsis" title={row.organisation}>
                {row.organisation || row.contact || <PhoneNumber raw={row.number} />}
              </span>
              <Button size="sm" onClick={() => void open(row.id)}>
                {t('workplace:idle.unclosedOpen')}
              </Button>
            </li>
          ))}
        </RowList>
      )}
    </Part>
  );
}

function OwnEvents() {
  const { t } = useTranslation('between');
  const desk = useDesk();
  const me = useSnapshot(({ consultant }) => consultant.id);
  const events = useSnapshot((snapshot) => snapshot.events);
  const own = events.filter(({ owner }) => owner?.id === me);
  return (
    <Part title={t('shift.ending.own')}>
      {own.length === 0 ? (
        <p className="dim">{t('shift.ending.none')}</p>
      ) : (
        <>
          <RowList className={classes.list}>
            {own.map((event) => (
              <li key={event.id}>
                <span className="ellipsis" title={eventWho(event)}>
                  {eventWho(event)}
                </span>
                <DueTime dueBy={event.dueBy} className="small dim" />
              </li>
            ))}
          </RowList>
          <p className="small dim">{t('shift.ending.ownHint')}</p>
          <div>
            <Button
              size="sm"
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={() => void desk.act('returnOwnEvents', {})}
            >
              {t('shift.ending.returnAll')}
            </Button>
          </div>
        </>
      )}
    </Part>
  );
}

/** Looked at again with everything that happens, and every two seconds: the line's answer is no change of the desk. */
const LOOK_EVERY_MS = 2_000;

function Unsent() {
  const { t } = useTranslation('between');
  const desk = useDesk();
  const version = useSnapshot((snapshot) => snapshot.version);
  const unsaved = useDeskState(({ drafts }) => Object.keys(drafts).length > 0);
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let asked = true;
    const look = () =>
      void desk.ask('unsentRecords', {}).then((answer) => asked && setCount(answer.ok ? answer.value.count : null));
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      asked = false;
      clearInterval(timer);
    };
  }, [desk, version]);
  return (
    <Part title={t('shift.ending.unsent')}>
      <p className={count === 0 ? 'dim' : ''}>
        {count === null || count === 0 ? t('shift.ending.none') : t('shift.ending.unsentCount', { count })}
      </p>
      {unsaved && <p>{t('shift.ending.unsaved')}</p>}
    </Part>
  );
}
