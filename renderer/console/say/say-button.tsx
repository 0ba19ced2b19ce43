import { Button } from '@mantine/core';
import { IconMessage2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../store/context.tsx';

/** One press from the card to the words of a clause. */
export function SayButton({
  id,
}: {
  id: 'no-licence' | 'no-phone' | 'offer-update' | 'decline-update' | 'not-identified' | 'ask-for-letter';
}) {
  const { t } = useTranslation('say');
  const place = usePlace();
  return (
    <Button size="xs" leftSection={<IconMessage2 size={15} aria-hidden />} onClick={() => place.say(id)}>
      {t(`refuse.${id}`)}
    </Button>
  );
}
