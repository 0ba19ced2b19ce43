/** What a failed action says: what is wrong, and what to do. The key is the failure's code. */
export const failures = {
  disconnected: 'No connection to the program. Nothing was done: try again once it is back.',
  'bad-message':
    'The program did not understand the request. Reload the page; if it happens again, tell the administrator.',
  internal: 'An error in the program, written to its log. Try again; if it does not help, restart the program.',
  elsewhere: 'The workplace is open in another window. Go on there, or move it here.',
  'in-call': 'A conversation is on: end it first.',
  'line-away': 'No connection to the line’s server. Records are kept on this computer and follow by themselves.',
  'desk-away': 'The consultant’s desk does not answer. No minutes were added: try again.',
  'consultation-over': 'The consultation is over.',
  'no-consultation': 'There is no such consultation on this desk.',
  'no-entry': 'This entry is no longer in the registry. Search again.',
  'no-event': 'This event is gone: somebody else closed or took it.',
  'no-call': 'The call is over.',
  'no-calendar': 'There is no working calendar for {{year}}: no due time can be told. Tell the administrator.',
  'no-training': 'This is the working line: training actions are off.',
  'not-saved':
    'It could not be written to disk. The text stays on the screen; check the disk and tell the administrator.',
  'not-possible': 'That is not possible now.',
  'outside-hours': 'The line is closed at that time. Choose working hours.',
  locked: 'Set by the administrator, not changed here.',
  'invalid-settings': 'The settings were not accepted: check {{mistakes}}.',
  unknown: 'That did not work ({{code}}). Try again; if it does not help, tell the administrator.',
};
