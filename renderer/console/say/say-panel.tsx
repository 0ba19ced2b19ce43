import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import type { SayingId } from '../../../shared/regulation/sayings.ts';
import { SAYINGS } from '../../../shared/regulation/sayings.ts';
import { clausesText, clockTime, StatePill, useListText } from '../../ui/index.ts';
import { focusCardField } from '../card/focus.ts';
import { PanelBody } from '../frame/panel-body.tsx';
import { SidePanel } from '../frame/side-panel.tsx';
import { usePlace, usePlaceState, useSnapshot } from '../store/context.tsx';
import { AddressToName } from './address-to-name.tsx';
import { SAY_ITEM_ID, SayDetail } from './say-detail.tsx';
import { SayFoot } from './say-foot.tsx';
import classes from './say.module.css';
import { useSaying } from './use-saying.ts';

/** «Сказать пользователю», beside the call: it covers neither timer nor comment, and takes no focus from the comment. */
export function SayPanel() {
  const saying = usePlaceState((place) => place.saying);
  const here = usePlaceState(({ section }) => section === 'workplace');
  const consultation = useSnapshot((snapshot) => snapshot.consultation);
  if (saying === null || consultation === null || !here || consultation.phase === 'dialling') return null;
  return <Panel key={`${consultation.id} ${saying}`} id={saying} consultation={consultation} />;
}

function Panel({ id, consultation }: { id: SayingId; consultation: ConsultationView }) {
  const { t } = useTranslation('say');
  const { t: ui } = useTranslation('ui');
  const listText = useListText();
  const place = usePlace();
  const form = useSaying(id, consultation);
  const panel = useRef<HTMLElement>(null);
  usePanelFocus(panel, id);
  // What was opened for one consultation is not open for the next.
  useEffect(() => place.closeSaying, [place]);
  const before = consultation.said.filter((one) => one.id === id).at(-1);
  return (
    <SidePanel title={t('panel')} panel={panel} closing={{ label: t('close'), close: place.closeSaying }}>
      <PanelBody>
        <div className={classes.head}>
          <h3>{listText(form.text.title)}</h3>
          <StatePill tone="quiet" title={ui('regulation', { clauses: clausesText(ui, [form.text.clause]) })}>
            {clausesText(ui, [form.text.clause])}
          </StatePill>
          {before !== undefined && <span className="small dim num">{t('saidAt', { time: clockTime(before.at) })}</span>}
        </div>
        {SAYINGS[id].needs === 'item' && <SayDetail form={form} consultation={consultation} />}
        <section aria-label={t('words')}>
          <span className="small dim">{t('words')}</span>
          <p className={classes.words}>{unbroken(listText(form.text.words))}</p>
        </section>
        {form.text.address !== undefined && <AddressToName address={form.text.address} />}
        {SAYINGS[id].needs !== 'item' && <SayDetail form={form} consultation={consultation} />}
      </PanelBody>
      <SayFoot form={form} />
    </SidePanel>
  );
}

/** «п. 2.5» stays on one line. */
const unbroken = (words: string): string => words.replace(/(пп?\.|clauses?) (?=\d)/g, '$1\u00a0');

/** A menu or the palette gives the focus back a moment after it has closed; only then the panel looks where it is. */
const AFTER_MENU_MS = 40;

/**
 * The cursor goes into the field the saying needs, else to its button, never away from a text that is being typed; when the panel closes it goes back
 * to the comment, unless it was elsewhere.
 */
function usePanelFocus(panel: React.RefObject<HTMLElement | null>, id: SayingId): void {
  useEffect(() => {
    const element = panel.current;
    const timer = setTimeout(() => {
      const field = element?.querySelector<HTMLElement>(`[data-say-field], #${SAY_ITEM_ID}`);
      const needed = SAYINGS[id].needs !== null;
      const typing = document.activeElement?.matches('input, textarea') ?? false;
      if (needed || !typing) (needed ? field : element?.querySelector<HTMLElement>('[data-say-take]'))?.focus();
    }, AFTER_MENU_MS);
    return () => {
      clearTimeout(timer);
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body || element?.contains(activeElement)) {
        setTimeout(() => focusCardField('comment'), 0);
      }
    };
  }, [panel, id]);
}
