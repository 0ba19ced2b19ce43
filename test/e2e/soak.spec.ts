import { workShift } from '../endurance/busy-shift.ts';
import { Inspector } from '../endurance/inspector.ts';
import { audioNodes, whatIsHeld, type Held } from '../endurance/what-is-held.ts';
import { ConsoleProcess } from './console-process.ts';
import { expect, openAllDay, test } from './console-fixture.ts';
import { Workplace } from './workplace.ts';

const MOST_AUDIO_NODES = 35;

/**
 * The short form; two hundred calls against the goals are `npm run bench -- --only soak`. The last calls hold their SIP transactions for
 * half a minute: a leak of every call is more than that.
 */
test('twenty calls with everything used hold no more than ten did', async ({ page }, testInfo) => {
  test.setTimeout(300_000);
  const served = await ConsoleProcess.start({
    folder: testInfo.outputPath('console'),
    provisioned: { consultant: { name: 'Ильина Мария' }, line: { notices: openAllDay() } },
    training: true,
    inspected: true,
  });
  const service = await Inspector.open(served.inspector);
  try {
    const consultant = await new Workplace(page).open(served.link);
    const held: Held[] = [];
    await workShift(consultant, 20, async (call) => {
      if (call % 10 === 0) held.push(await whatIsHeld(page, service, served.pid));
    });
    const [tenth, last] = held;
    if (tenth === undefined || last === undefined) throw new Error('nothing was measured');
    await testInfo.attach('held.json', { body: JSON.stringify({ tenth, last }, null, 2) });
    expect.soft(last.pageData / tenth.pageData, 'heap of the page without compiled code').toBeLessThan(1.15);
    expect.soft(last.serviceHeap / tenth.serviceHeap, 'heap of the service').toBeLessThan(1.2);
    expect.soft(last.listeners - tenth.listeners, 'listeners').toBeLessThan(20);
    expect.soft(last.nodes - tenth.nodes, 'nodes').toBeLessThan(50);
    expect.soft(last.serviceHandles - tenth.serviceHandles, 'handles of the service').toBeLessThan(20);
    // Where the sound is never made anew, some sixty are left of twenty calls.
    await expect
      .poll(() => audioNodes(page), { message: 'audio nodes', timeout: 60_000 })
      .toBeLessThan(MOST_AUDIO_NODES);
    expect.soft(last.files - tenth.files, 'open files of the service').toBeLessThan(10);
  } finally {
    service.close();
    await served.stop();
  }
});
