/** How those who have no name of their own stand in histories and in the audit trail, which people read in Russian. */
export const WHO = { user: 'Пользователь', lead: 'Старший смены', line: 'Линия' } as const;
