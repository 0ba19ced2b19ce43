import { between } from './between.ts';
import { card } from './card.ts';
import { data } from './data.ts';
import { events } from './events.ts';
import { failures } from './failures.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { journal } from './journal.ts';
import { keys } from './keys.ts';
import { mini } from './mini.ts';
import { monitor } from './monitor.ts';
import { say } from './say.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { sip } from './sip.ts';
import { sound } from './sound.ts';
import { transfer } from './transfer.ts';
import { ui } from './ui.ts';
import { workplace } from './workplace.ts';

/** All Russian texts, a namespace a screen. */
export const ru = {
  ui,
  frame,
  workplace,
  between,
  card,
  events,
  journal,
  keys,
  settings,
  data,
  mini,
  monitor,
  say,
  failures,
  history,
  shell,
  sip,
  sound,
  transfer,
};
