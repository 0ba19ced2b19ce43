import type { ReturnReason } from '../../shared/regulation/own-event.ts';

/** How those who have no name of their own stand in histories and in the audit trail, which people read in Russian. */
export const WHO = { user: 'Пользователь', lead: 'Старший смены', line: 'Линия' } as const;

/** Why an own event went back to the queue by itself (4.2). */
export const RETURNED: Record<ReturnReason, string> = {
  'due-soon': 'до срока остался час',
  offline: 'владелец не в сети',
  'shift-ended': 'смена владельца закончилась',
};

/** What the history of an event says when the comment joined to it did not fit whole. */
export const COMMENT_CUT = 'Комментарий не поместился: целиком он в присоединённом событии';

/** What a history says of a notice that has no hours to tell. */
export const NOTICE = { closed: 'закрыто', withdrawn: 'объявление снято' } as const;
