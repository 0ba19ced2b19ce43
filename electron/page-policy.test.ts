import { expect, test } from 'vitest';
import { contentSecurityPolicy, socketOrigin } from './page-policy.ts';

test('a page may run our scripts only, and talk to the named origins only', () => {
  const policy = contentSecurityPolicy(['wss://pbx.example:8089']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self' wss://pbx.example:8089");
  expect(policy).not.toContain('unsafe-eval');
});

test('an address gives its origin, anything else nothing', () => {
  expect(socketOrigin('wss://pbx.example:8089/ws')).toBe('wss://pbx.example:8089');
  expect(socketOrigin("https://pbx.example; script-src 'unsafe-inline'")).toBeNull();
  expect(socketOrigin('no address')).toBeNull();
});
