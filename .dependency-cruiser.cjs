/** The dependency rules of the four parts, checked in CI: who may import whom, and why. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A cycle hides which part is the lower one.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-imports-nothing-of-ours',
      severity: 'error',
      comment: 'shared/ runs anywhere, so it knows neither side.',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer|build|test)/' },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      comment: 'No Node, no platform in shared/.',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'regulation-imports-luxon-only',
      severity: 'error',
      comment: 'The rules stand alone: luxon is their only helper.',
      from: { path: '^shared/regulation/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^shared/regulation/', 'node_modules/luxon/', 'node_modules/@types/luxon/'] },
    },
    {
      name: 'renderer-imports-shared-only',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|build|test)/' },
    },
    {
      name: 'electron-imports-shared-only',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|build|test)/' },
    },
    {
      name: 'desk-and-line-never-each-other',
      severity: 'error',
      comment: 'They meet through the contract only: outbox and pushes.',
      from: { path: '^electron/(desk|line)/' },
      to: { path: '^electron/(desk|line|training|main|preload)/', pathNot: '^electron/$1/' },
    },
    {
      name: 'electron-api-in-main-and-preload-only',
      severity: 'error',
      from: { pathNot: '^(electron/(main|preload)|build|test)/' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'phone-has-no-react-and-no-rules',
      severity: 'error',
      comment: 'The phone reports facts and obeys; it decides nothing and draws nothing.',
      from: { path: '^renderer/phone/' },
      to: {
        path: [
          'node_modules/(react|react-dom|zustand|@mantine)/',
          '^shared/(regulation|desk-state)/',
          '^renderer/(console|monitor|ui)/',
        ],
      },
    },
    {
      name: 'phone-takes-small-zod',
      severity: 'error',
      comment:
        'Making schemas in the full dialect kept a page from registering for as long as all else together (shared/contract/wire.ts).',
      from: { path: '^renderer/(phone|desk-api)/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/zod/(index|v4/classic)', reachable: true },
    },
    {
      name: 'sip-in-phone-only',
      severity: 'error',
      comment: 'Another SIP stack must be able to take its place.',
      from: { path: '^renderer/', pathNot: '^renderer/phone/' },
      to: { path: 'node_modules/sip\\.js/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
    exclude: { path: '^(build/out|build/dist|test/out)' },
  },
};
