/** How those who have no name of their own stand in histories and in the audit trail, which people read in Russian. */
export const WHO = { user: 'Пользователь', lead: 'Старший смены', line: 'Линия' } as const;

/** What the history of an event says when the comment joined to it did not fit whole. */
export const COMMENT_CUT = 'Комментарий не поместился: целиком он в присоединённом событии';

/** What a history says of a notice that has no hours to tell. */
export const NOTICE = { closed: 'закрыто', withdrawn: 'объявление снято' } as const;
