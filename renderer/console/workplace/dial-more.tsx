import { Button } from '@mantine/core';
import { IconDialpad } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../shared/contract/desk.ts';
import { useDesk } from '../store/context.tsx';
import { extensionToDial } from './more-digits.ts';

/** «Донабрать 105»: the extension of the number that was dialled, sent as tones. */
export function DialMore({ call }: { call: CallView }) {
  const { t } = useTranslation('between');
  const desk = useDesk();
  const extension = extensionToDial(call);
  if (extension === null) return null;
  return (
    <Button
      size="sm"
      leftSection={<IconDialpad size={16} aria-hidden />}
      onClick={() => void desk.act('dtmf', { callId: call.id, tones: extension })}
    >
      {t('dialMore', { extension })}
    </Button>
  );
}
