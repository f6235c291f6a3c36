/** Whether somebody is in a Google group, asked of a stand-in for Cloud Identity. 架空のデータ. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createGoogleGroups } from '#functions/adapters/google/groups.ts';
import { createTokenClient } from '../../../google/token.ts';

const asked: string[] = [];
let isDown = false;
let server: Server;
let rootUrl: string;

beforeAll(async () => {
  const app = new Hono();
  app.get('/v1/groups:lookup', (context) => {
    asked.push(`lookup ${context.req.query('groupKey.id')}`);
    return context.json({ name: 'groups/01abc' });
  });
  app.get('/v1/groups/01abc/memberships:checkTransitiveMembership', (context) => {
    asked.push(context.req.query('query') ?? '');
    if (isDown) return context.json({ error: { code: 403, message: 'Forbidden' } }, 403);
    return context.json({ hasMembership: context.req.query('query') === "member_key_id == 'tanaka@himi.example'" });
  });
  server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  rootUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});
beforeEach(() => {
  asked.length = 0;
  isDown = false;
});

const createGroups = () => createGoogleGroups(() => Promise.resolve({ auth: createTokenClient() as never, rootUrl }));

test('the group is looked up once, its members each time', async () => {
  const groups = createGroups();
  expect(await groups.isMember('team@himi.example', 'tanaka@himi.example')).toBe(true);
  expect(await groups.isMember('team@himi.example', 'sato@himi.example')).toBe(false);
  expect(asked).toEqual([
    'lookup team@himi.example',
    "member_key_id == 'tanaka@himi.example'",
    "member_key_id == 'sato@himi.example'",
  ]);
});

test('an address with an apostrophe asks about that address and nothing else', async () => {
  const groups = createGroups();
  await groups.isMember('team@himi.example', "x' || member_key_id == 'tanaka@himi.example");
  await groups.isMember('team@himi.example', "o'brien\\@himi.example");
  expect(asked.slice(1)).toEqual([
    "member_key_id == 'x\\' || member_key_id == \\'tanaka@himi.example'",
    "member_key_id == 'o\\'brien\\\\@himi.example'",
  ]);
});

test('where the account may not see the group, it cannot be told', async () => {
  isDown = true;
  await expect(createGroups().isMember('team@himi.example', 'tanaka@himi.example')).rejects.toThrow();
});
