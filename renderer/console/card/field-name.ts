import { useTranslation } from 'react-i18next';

/** The name a field of the card carries on the screen; a field without one is named as the desk calls it. */
export function useFieldName(): (missing: { field: string }) => string {
  const { t } = useTranslation('card');
  return ({ field }) => {
    switch (field) {
      case 'registrationNumber':
      case 'organisation':
      case 'configuration':
      case 'topic':
      case 'outcome':
      case 'outOfScope':
      case 'notHeldReason':
        return t(field);
      default:
        return field;
    }
  };
}
