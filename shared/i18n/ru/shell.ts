/** The shell around the pages: tray, notifications, the screen of a wrong provisioning file. */
export const shell = {
  tray: {
    open: 'Открыть Line15',
    quit: 'Выйти',
    ready: 'Готов',
    notReady: 'Не готов',
    talking: 'Идёт разговор',
    ringing: 'Входящий звонок',
    wrapUp: 'Оформление',
    dialling: 'Набор номера',
    phoneAway: 'Телефон не подключён',
    training: 'Учебная линия',
  },
  notification: { incoming: 'Входящий звонок', answer: 'Ответить', decline: 'Отклонить' },
};
