/** «Мини-окно»: what is not said with the console's own words. */
export const mini = {
  title: 'Мини-окно',
  talking: 'Разговор',
  held: 'На удержании',
  muted: 'Микрофон выключен',
  away: 'Связь пропала',
  endAgain: 'Завершить: нажмите ещё раз',
  endHint: 'Нажмите ещё раз, чтобы завершить',
  noCall: 'Разговор окончен',
};
