/**
 * `npm run bench [-- --calls 20]`: the product beside SIP.js' own SimpleUser, in one run, against a real Asterisk through its queue, and the
 * rules beside the naive reckoning; `-- --rules`: the rules alone, without an exchange. Prints a table of medians with each goal and whether it is met; a goal that is missed is said, not an error.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../build/build.ts';
import { runCommand, stopChildrenOnInterrupt } from '../../build/command.ts';
import { ConsoleProcess } from '../e2e/console-process.ts';
import { Workplace } from '../e2e/workplace.ts';
import { Asterisk } from '../pbx/asterisk.ts';
import { LAB_FILE, lab } from '../provision/lab.ts';
import { registeredAfter } from '../pbx/witnessed.ts';
import { consoleRunner, raceCalls } from './call-race.ts';
import type { Runner } from './call-race.ts';
import { electronStarts } from './electron-start.ts';
import { launchBrowser, provisionedFor, witnessedContext } from './lab.ts';
import { limitErrors, SHORT_LIMITS } from './limit-error.ts';
import { raceLoads } from './load-race.ts';
import { raceJournal } from './journal-search.ts';
import { raceImports } from './registry-import.ts';
import { raceSearches } from './registry-search.ts';
import { serveReference } from './reference-page.ts';
import { table, unmeasured } from './report.ts';
import type { Row } from './report.ts';
import { ruleRows } from './rules.ts';

const OURS = { number: '101', password: 'secret-101' };
const REFERENCE = { number: '102', password: 'secret-102' };

const { values } = parseArgs({
  options: { calls: { type: 'string', default: '20' }, rules: { type: 'boolean', default: false } },
});
const calls = Number(values.calls);
stopChildrenOnInterrupt();
process.exitCode = await main();

async function main(): Promise<number> {
  if (!Number.isInteger(calls) || calls < 1) return refuse('--calls takes a whole number from 1');
  if (values.rules) {
    console.log(`\n${cpus().length} cores\n\n${table(await section('rules', ruleRows))}`);
    return 0;
  }
  if (!existsSync(LAB_FILE)) return refuse('first let the tests find their tools: npm test -- provision');
  const { xvfb, asterisk } = lab();
  if (asterisk.path === null) return refuse(`nothing to race on: ${asterisk.note}`);
  // Electron needs a display; where there is none, the whole bench runs again on a virtual one.
  if (process.platform === 'linux' && !process.env.DISPLAY && xvfb.path !== null) {
    const again = ['-a', '-s', '-screen 0 1600x1000x24', process.execPath, ...process.argv.slice(1)];
    const { code } = await runCommand(xvfb.path, again, { limitMs: 60 * 60_000, echo: true });
    return code ?? 1;
  }
  await build();
  const folder = await mkdtemp(join(tmpdir(), 'line15-bench-'));
  const pbx = await Asterisk.start({ root: asterisk.path, agents: [OURS, REFERENCE] });
  try {
    const rows = await measure(pbx, folder);
    console.log(`\n${calls} calls, medians; ${cpus().length} cores, ${lab().chromium.note}, ${asterisk.note}\n`);
    console.log(table(rows));
    return 0;
  } finally {
    await pbx.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(pbx: Asterisk, folder: string): Promise<Row[]> {
  return [
    ...(await section('search of the registry', () => Promise.resolve(raceSearches()))),
    ...(await section('import of the registry', () => raceImports())),
    ...(await section('rules', ruleRows)),
    ...(await section('search of the journal', () => Promise.resolve(raceJournal()))),
    ...(await section('calls and loads', () => races(pbx, join(folder, 'race')))),
    ...(await section('limit', () => limits(pbx, join(folder, 'limit')))),
    ...(await section('Electron', () => starts(pbx, join(folder, 'electron')))),
  ];
}

/** What cannot be measured takes nothing from the rest: its row says why. */
async function section(what: string, measured: () => Promise<Row[]>): Promise<Row[]> {
  try {
    return await measured();
  } catch (error) {
    return [unmeasured(what, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))];
  }
}

/** Calls and loads of the console and of the reference, in turn. */
async function races(pbx: Asterisk, folder: string): Promise<Row[]> {
  const loads = Math.min(calls, 10);
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
    const simpleUser: Runner = { page, agent: REFERENCE.number, settle: () => Promise.resolve() };

    say(`calls through the queue, ${calls} each`);
    const rows = await raceCalls(pbx, consoleRunner(workplace, OURS.number), simpleUser, calls);
    await workplace.page.close();
    await page.close();
    say(`loads, ${loads} each`);
    rows.push(await raceLoads({ context: ours, url: served.origin }, { context: theirs, url: reference.url }, loads));
    return rows;
  } finally {
    await browser.close();
    await served.stop();
    reference.close();
  }
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
  return [await electronStarts(pbx, provisionedFor(pbx.wsUrl, OURS), folder, Math.min(calls, 5))];
}

function say(what: string): void {
  console.log(`bench: ${what}`);
}

function refuse(why: string): number {
  console.error(`bench: ${why}`);
  return 1;
}
