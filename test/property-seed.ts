import fc from 'fast-check';

// A landing must not hang on a throw of the dice: in CI properties take the same examples each time; everywhere else new ones.
if (process.env.CI === 'true') fc.configureGlobal({ seed: 15 });
