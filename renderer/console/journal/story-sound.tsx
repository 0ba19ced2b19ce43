import { useTranslation } from 'react-i18next';
import type { CallMedia } from '../../../shared/contract/phone.ts';

/** Where people begin to complain, and where nearly all do (ITU-T G.107, Annex B). */
const FAIR_FROM = 3.6;
const GOOD_FROM = 4;

/** How a consultation's calls sounded: a word, then the figures for whoever looks into it. */
export function StorySound({ media }: { media: readonly CallMedia[] }) {
  const { t, i18n } = useTranslation('sound');
  const figure = (value: number) => value.toLocaleString(i18n.language, { maximumFractionDigits: 1 });
  return media.map(({ quality, codec, roundTripMs }, index) => {
    const word = quality === null ? 'unknown' : wordOf(quality.averageMos);
    const parts = [
      quality &&
        t('story.figures', {
          average: figure(quality.averageMos),
          worst: figure(quality.worstMos),
          loss: figure(quality.lossPercent),
          worstLoss: figure(quality.worstLossPercent),
        }),
      roundTripMs === null ? null : t('story.way', { ms: Math.round(roundTripMs) }),
      codec,
    ].filter((part) => part !== null);
    return (
      <div key={index}>
        {t(`story.${word}`)}
        {parts.length > 0 && <span className="dim num"> · {parts.join(' · ')}</span>}
      </div>
    );
  });
}

const wordOf = (mos: number): 'good' | 'fair' | 'bad' =>
  mos >= GOOD_FROM ? 'good' : mos >= FAIR_FROM ? 'fair' : 'bad';
