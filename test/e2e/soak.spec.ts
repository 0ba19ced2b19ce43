import { workShift } from '../endurance/busy-shift.ts';
import { Inspector } from '../endurance/inspector.ts';
import { whatIsHeld, type Held } from '../endurance/what-is-held.ts';
import { ConsoleProcess } from './console-process.ts';
import { expect, openAllDay, test } from './console-fixture.ts';
import { Workplace } from './workplace.ts';

/**
 * The short form; two hundred calls against the goals are `npm run bench -- --only soak`. Code that is still being compiled is a part of the
 * heap after so few calls, and the last calls hold their SIP transactions for half a minute: a leak of every call is more than either.
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
    expect.soft(last.pageHeap / tenth.pageHeap, 'heap of the page').toBeLessThan(1.2);
    expect.soft(last.serviceHeap / tenth.serviceHeap, 'heap of the service').toBeLessThan(1.2);
    expect.soft(last.listeners - tenth.listeners, 'listeners').toBeLessThan(20);
    expect.soft(last.nodes - tenth.nodes, 'nodes').toBeLessThan(50);
    expect.soft(last.serviceHandles - tenth.serviceHandles, 'handles of the service').toBeLessThan(20);
    expect.soft(last.files - tenth.files, 'open files of the service').toBeLessThan(10);
  } finally {
    service.close();
    await served.stop();
  }
});
