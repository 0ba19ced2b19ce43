import { expect, test } from './phone-fixture.ts';
import { PhonePage, phoneConfig } from './phone-page.ts';

test('a colleague’s lamp follows their telephone: free, ringing, talking, free', async ({ phone, pbx, context }) => {
  const colleague = await PhonePage.open(await context.newPage());
  await colleague.start(phoneConfig(pbx.wsUrl, '102'));
  await colleague.registered();
  await phone.start({ ...phoneConfig(pbx.wsUrl), watch: ['102'] });
  const lamp = async () => (await phone.last('lamp'))?.lamp;
  await expect.poll(lamp).toBe('free');
  await pbx.ami.action({
    Action: 'Originate',
    Channel: 'PJSIP/102',
    Context: 'user',
    Exten: 'tone',
    Priority: '1',
    Async: 'true',
  });
  const { callId } = await colleague.fact('ringing');
  await expect.poll(lamp).toBe('ringing');
  await colleague.order({ kind: 'answer', callId });
  await expect.poll(lamp).toBe('busy');
  await colleague.order({ kind: 'hang-up', callId, reason: 'consultant' });
  await expect.poll(lamp).toBe('free');
  await colleague.close();
});

test('a call that asks to be answered by itself says so; another does not', async ({ phone, pbx }) => {
  await phone.start(phoneConfig(pbx.wsUrl));
  await phone.registered();
  const ring = (header: string) =>
    pbx.ami.action({
      Action: 'Originate',
      Channel: 'Local/101@line15-test',
      Context: 'user',
      Exten: 'silence',
      Priority: '1',
      Async: 'true',
      Variable: `__ASKS=${header}`,
    });
  await ring('<sip:pbx>\\;answer-after=0');
  const asking = await phone.fact('ringing');
  expect(asking.asksForAnswer).toBe(true);
  await phone.order({ kind: 'decline', callId: asking.callId, sipCode: 486 });
  await phone.fact('ended');
  await ring('');
  expect((await phone.fact('ringing', 2)).asksForAnswer).toBeUndefined();
});
