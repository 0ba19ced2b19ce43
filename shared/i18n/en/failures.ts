/** What a failed action says: what is wrong, and what to do. The key is the failure's code. */
export const failures = {
  disconnected: 'No connection to the program. Nothing was done: try again once it is back.',
  'bad-message':
    'The program did not understand the request. Reload the page; if it happens again, tell the administrator.',
  internal: 'An error in the program, written to its log. Try again; if it does not help, restart the program.',
  unknown: 'That did not work ({{code}}). Try again; if it does not help, tell the administrator.',
};
