'use strict';
// Stands in for Electron's default app, which a packaged Electron lacks: electron [-r module]... path-of-app [args]
const path = require('node:path');
const fs = require('node:fs');
const { app } = require('electron');

if (process.argv.includes('--version')) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}

const preloads = [];
let target;
for (let i = 1; i < process.argv.length && !target; i++) {
  const arg = process.argv[i];
  if (arg === '-r' || arg === '--require') preloads.push(process.argv[++i]);
  else if (!arg.startsWith('-')) target = path.resolve(arg);
}
if (!target) {
  console.error('electron lab: name the folder of the app to start');
  process.exit(2);
}
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
preloads.forEach((module) => require(module));

let main = target;
if (fs.statSync(target).isDirectory()) {
  const manifest = JSON.parse(fs.readFileSync(path.join(target, 'package.json'), 'utf8'));
  app.setName(manifest.productName ?? manifest.name);
  if (manifest.version) app.setVersion(manifest.version);
  app.setAppPath(target);
  main = path.join(target, manifest.main ?? 'index.js');
}
require(main);
