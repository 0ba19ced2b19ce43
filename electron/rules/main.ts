/**
 * `npm run -s rules`: the rules of the regulation, asked from outside. Questions as JSON lines on standard input (shared/contract/rules.ts),
 * one answer a line on standard output, in their order and as they come. Empty lines are no questions. Ends with the input.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createRuleDesk } from './rule-desk.ts';

// Whoever asked has gone: nobody is left to answer.
process.stdout.on('error', () => process.exit(0));

const desk = createRuleDesk();
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() === '') continue;
  if (!process.stdout.write(`${JSON.stringify(desk.answer(line))}\n`)) await once(process.stdout, 'drain');
}
