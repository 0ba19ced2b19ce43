/** The shell around the pages: tray, notifications, the screen of a wrong provisioning file. */
export const shell = {
  tray: {
    open: 'Open Line15',
    quit: 'Quit',
    ready: 'Ready',
    notReady: 'Not ready',
    talking: 'In a conversation',
    ringing: 'Incoming call',
    wrapUp: 'Wrap-up',
    dialling: 'Dialling',
    phoneAway: 'Phone not connected',
    training: 'Training line',
  },
  notification: { incoming: 'Incoming call', answer: 'Answer', decline: 'Decline' },
};
