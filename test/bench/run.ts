/**
 * `npm run bench [-- --calls 25] [--loads 20] [--only search|import|rules|journal|soak|kills|year|calls|loads|limit|electron]`:
 * the product beside SIP.js' own SimpleUser, in
 * one run, against a real Asterisk through its queue, and the rules beside the naive reckoning; `-- --rules`: the rules alone, without an
 * exchange. Prints a table of medians with each goal and whether it is met; a goal that is missed is said, not an error.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../build/build.ts';
import { runCommand, stopChildrenOnInterrupt } from '../../build/command.ts';
import { ConsoleProcess } from '../e2e/console-process.ts';
import { Workplace } from '../e2e/workplace.ts';
import { Asterisk } from '../pbx/asterisk.ts';
import { LAB_FILE, lab } from '../provision/lab.ts';
import { registeredAfter } from '../pbx/witnessed.ts';
import { consoleRunner, firstCalls, raceCalls } from './call-race.ts';
import type { Runner } from './call-race.ts';
import { electronStarts } from './electron-start.ts';
import { electronWindows } from './electron-window.ts';
import { answeredCall, launchBrowser, onlyAgent, provisionedFor, witnessedContext } from './lab.ts';
import { limitErrors, SHORT_LIMITS } from './limit-error.ts';
import { kills } from './kills.ts';
import { raceLoads } from './load-race.ts';
import { raceJournal } from './journal-search.ts';
import { raceImports } from './registry-import.ts';
import { raceSearches } from './registry-search.ts';
import { mainThreadMs } from './page-cost.ts';
import { serveReference } from './reference-page.ts';
import { below, table, unmeasured } from './report.ts';
import type { Row } from './report.ts';
import { ruleRows } from './rules.ts';
import { soak } from './soak.ts';
import { yearInBrowser } from './year.ts';

const OURS = { number: '101', password: 'secret-101' };
const FIRST_CALLS = 5;
const TALK_MS = 10_000;
const REFERENCE = { number: '102', password: 'secret-102' };

/** What needs an exchange comes last. */
const ALONE = ['search', 'import', 'rules', 'journal', 'soak', 'kills', 'year'] as const;
const PARTS = [...ALONE, 'calls', 'loads', 'limit', 'electron'] as const;
/** The whole shift of the soak, and as many deaths. */
const [SOAK_CALLS, KILLS] = [200, 200];

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '25' },
    loads: { type: 'string', default: '20' },
    only: { type: 'string' },
    seed: { type: 'string', default: '15' },
    rules: { type: 'boolean', default: false },
  },
});
const [calls, loads, seed] = [Number(values.calls), Number(values.loads), Number(values.seed)];
stopChildrenOnInterrupt();
process.exitCode = await main();

async function main(): Promise<number> {
  if (![calls, loads, seed].every((count) => Number.isInteger(count) && count > 0)) {
    return refuse('--calls, --loads and --seed take a whole number from 1');
  }
  if (values.only !== undefined && !PARTS.some((part) => part === values.only)) {
    return refuse(`--only takes one of ${PARTS.join(', ')}`);
  }
  if (values.rules) {
    console.log(`\n${cpus().length} cores\n\n${table(await section('rules', ruleRows))}`);
    return 0;
  }
  if (!existsSync(LAB_FILE)) return refuse('first let the tests find their tools: npm test -- provision');
  if (ALONE.some((part) => part === values.only)) {
    await build({ only: ['pages'] });
    const startedUnder = load();
    const rows = await measureAlone();
    console.log(`\n${cpus().length} cores, load ${startedUnder} → ${load()}, ${lab().chromium.note}\n\n${table(rows)}`);
    return 0;
  }
  const { xvfb, asterisk } = lab();
  if (asterisk.path === null) return refuse(`nothing to race on: ${asterisk.note}`);
  // Electron needs a display; where there is none, the whole bench runs again on a virtual one.
  if (process.platform === 'linux' && !process.env.DISPLAY && xvfb.path !== null) {
    const again = ['-a', '-s', '-screen 0 1600x1000x24', process.execPath, ...process.argv.slice(1)];
    const { code } = await runCommand(xvfb.path, again, { limitMs: 3 * 60 * 60_000, echo: true });
    return code ?? 1;
  }
  await build();
  const folder = await mkdtemp(join(tmpdir(), 'line15-bench-'));
  const pbx = await Asterisk.start({ root: asterisk.path, agents: [OURS, REFERENCE] });
  const startedUnder = load();
  try {
    const rows = await measure(pbx, folder);
    const machine = `${cpus().length} cores, load ${startedUnder} → ${load()}`;
    console.log(`\n${calls} calls, ${loads} loads, medians; ${machine}, ${lab().chromium.note}, ${asterisk.note}\n`);
    console.log(table(rows));
    return 0;
  } finally {
    await pbx.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What needs no exchange. */
async function measureAlone(): Promise<Row[]> {
  return [
    ...(await section('search', () => Promise.resolve(raceSearches()))),
    ...(await section('import', () => raceImports())),
    ...(await section('rules', ruleRows)),
    ...(await section('journal', () => Promise.resolve(raceJournal()))),
    ...(await section('soak', () => soak(SOAK_CALLS))),
    ...(await section('kills', () => kills(KILLS, seed))),
    ...(await section('year', () => yearInBrowser(5))),
  ];
}

async function measure(pbx: Asterisk, folder: string): Promise<Row[]> {
  return [
    ...(await measureAlone()),
    ...(await section('calls', () => raced(pbx, join(folder, 'calls'), callRows))),
    ...(await section('loads', () => raced(pbx, join(folder, 'loads'), loadRows))),
    ...(await section('limit', () => limits(pbx, join(folder, 'limit')))),
    ...(await section('electron', () => starts(pbx, join(folder, 'electron')))),
  ];
}

/** What cannot be measured takes nothing from the rest: its row says why. */
async function section(part: (typeof PARTS)[number], rows: () => Promise<Row[]>): Promise<Row[]> {
  if (values.only !== undefined && values.only !== part) return [];
  try {
    return await rows();
  } catch (error) {
    return [unmeasured(part, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))];
  }
}

/** The console and the reference, each served and opened once in a context of its own. */
interface Racers {
  pbx: Asterisk;
  ours: BrowserContext;
  theirs: BrowserContext;
  workplace: Workplace;
  page: Page;
  origin: string;
  referenceUrl: string;
}

async function raced(pbx: Asterisk, folder: string, rows: (racers: Racers) => Promise<Row[]>): Promise<Row[]> {
  const reference = await serveReference(pbx.wsUrl, REFERENCE);
  const served = await ConsoleProcess.start({ folder, provisioned: provisionedFor(pbx.wsUrl, OURS) });
  const browser = await launchBrowser();
  try {
    const ours = await witnessedContext(browser);
    const theirs = await witnessedContext(browser);
    const workplace = await new Workplace(await ours.newPage()).open(served.link);
    const page = await theirs.newPage();
    await page.goto(reference.url);
    await registeredAfter(page);
    return await rows({ pbx, ours, theirs, workplace, page, origin: served.origin, referenceUrl: reference.url });
  } finally {
    await browser.close();
    await served.stop();
    reference.close();
  }
}

/** Calls of both in turn, then one in which the console only shows its meters and its timer, then first calls of fresh pages. */
async function callRows({ pbx, ours, workplace, page, origin }: Racers): Promise<Row[]> {
  say(`calls through the queue, ${calls} each`);
  const simpleUser: Runner = { page, agent: REFERENCE.number, settle: () => Promise.resolve() };
  const runner = consoleRunner(workplace, OURS.number);
  const { times, rows } = await raceCalls(pbx, runner, simpleUser, calls);
  say('a call on the screen for 10 s');
  rows.push(await talkRow(pbx, runner));
  await workplace.page.close();
  say(`first calls of a page, ${FIRST_CALLS}`);
  const fresh = async () => consoleRunner(await new Workplace(await ours.newPage()).open(origin), OURS.number);
  return [...rows, ...(await firstCalls(pbx, fresh, FIRST_CALLS, times))];
}

async function talkRow(pbx: Asterisk, runner: Runner): Promise<Row> {
  await onlyAgent(pbx, runner.agent);
  const call = await answeredCall(pbx, runner.page);
  const ms = await mainThreadMs(runner.page, TALK_MS);
  await call.hangUp();
  await call.ended();
  await runner.settle();
  return below('main thread over 10 s in a call, meters and timer shown', ms, 100);
}

async function loadRows({ ours, theirs, workplace, page, origin, referenceUrl }: Racers): Promise<Row[]> {
  await workplace.page.close();
  await page.close();
  say(`loads, ${loads} each`);
  return [await raceLoads({ context: ours, url: origin }, { context: theirs, url: referenceUrl }, loads)];
}

/** The clock's error, on a console whose limit is seconds. */
async function limits(pbx: Asterisk, folder: string): Promise<Row[]> {
  const provisioned = provisionedFor(pbx.wsUrl, OURS, SHORT_LIMITS);
  const served = await ConsoleProcess.start({ folder, provisioned });
  const browser = await launchBrowser();
  try {
    const context = await witnessedContext(browser);
    const workplace = await new Workplace(await context.newPage()).open(served.link);
    say(`calls cut at the limit, ${calls}`);
    return await limitErrors(pbx, consoleRunner(workplace, OURS.number), calls);
  } finally {
    await browser.close();
    await served.stop();
  }
}

async function starts(pbx: Asterisk, folder: string): Promise<Row[]> {
  say('starts of Electron');
  const provisioned = provisionedFor(pbx.wsUrl, OURS);
  const times = Math.min(calls, 5);
  const started = await electronStarts(pbx, provisioned, folder, times);
  say('windows of Electron that are loaded anew and that die, in a call');
  await onlyAgent(pbx, OURS.number);
  return [...started, ...(await electronWindows(pbx, provisioned, join(folder, 'window'), times))];
}

/** How busy the machine is: a figure taken beside others is theirs too. */
function load(): string {
  return loadavg()[0]?.toFixed(1) ?? '';
}

function say(what: string): void {
  console.log(`bench: ${what}`);
}

function refuse(why: string): number {
  console.error(`bench: ${why}`);
  return 1;
}
