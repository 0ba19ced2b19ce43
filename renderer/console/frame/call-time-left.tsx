import { formatMmSs, remainingMs } from '../../../shared/regulation/consultation-clock.ts';
import { useLive } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';

/** The running consultation's time left, small, so that it is seen from every section. */
export function CallTimeLeft() {
  const clock = useSnapshot((snapshot) => snapshot.consultation?.clock ?? null);
  const left = useLive((now) => (clock === null ? null : formatMmSs(remainingMs(clock, now), 'up')));
  return left === null ? null : <span className="num">· {left}</span>;
}
