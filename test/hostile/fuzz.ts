import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ROOT } from '../provision/lab.ts';

/** `npm run fuzz -- --runs 5000 --seed 7`: the hostile specs with more thrown, or from another seed, than CI has time for. */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
console.log(`fuzz: ${values.runs} runs, seed ${values.seed}`);
const env = { ...process.env, LINE15_FUZZ_RUNS: values.runs, LINE15_FUZZ_SEED: values.seed };
const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' }).status ?? 1;
process.exitCode = run('node_modules/@playwright/test/cli.js', 'test', '--project=pbx', 'hostile', '-g', 'fuzzer');
