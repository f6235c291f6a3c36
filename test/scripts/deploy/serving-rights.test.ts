/** What the account of the read API may write in the bucket is what the API writes, and no more. */
import { expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import { printCommand } from '../../../scripts/deploy/command.ts';
import { describeDeployment } from '../../../scripts/deploy/deployment.ts';
import { groundSteps } from '../../../scripts/deploy/ground-steps.ts';
import { aState, aWorkbook, day, now, quietLog } from '../../functions/publish/ingested-builder.ts';

const deployment = describeDeployment({ project: 'kasanari-toyama', region: 'asia-northeast1' }, {});

/** Of the account: which pointers it may write, with whether it may also change what is there. */
function rightsOfServing() {
  const lines = groundSteps(deployment).flatMap(({ make }) => make.map(printCommand));
  return lines
    .filter((line) => line.includes('buckets add-iam-policy-binding') && line.includes('kasanari-api@'))
    .flatMap((line) => {
      const [, role = ''] = /--role=roles\/storage\.(\w+)/.exec(line) ?? [];
      const [, prefix = ''] = /\/objects\/production\/pointers\/([^"]*)"/.exec(line) ?? [];
      return role === 'objectViewer' ? [] : [{ prefix, mayChange: role !== 'objectCreator' }];
    });
}

test('an administrator may let a workbook through: serving may write all that this writes', async () => {
  const store = createMemoryStore({ now: () => now });
  const id = '1AbC' as WorkbookId;
  const question = '0123abcd';
  const state = aState(aWorkbook({ workbook: id }), 'object', {
    hold: { code: 'guard/rows-fell', facts: { tab: '相談受付', from: 20, to: 8, count: 1 }, since: day('2019-05-01') },
    question: { id: question, changes: [], count: 1 },
  });
  await store.movePointer(`workbooks/${id}`, JSON.stringify(state), null);
  const written: { readonly name: string; readonly isChange: boolean }[] = [];
  const watched = {
    ...store,
    movePointer: async (name: string, content: string, expected: string | null) => {
      written.push({ name, isChange: expected !== null });
      return await store.movePointer(name, content, expected);
    },
  };
  const api = createApi({
    store: watched,
    identity: localIdentity,
    pollSeconds: 60,
    log: quietLog,
    clock: { now: () => now },
  });
  const { status } = await api.request(`/api/workbooks/${id}/let-through`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question }),
  });
  const rights = rightsOfServing();
  expect(status).toBe(200);
  expect(written.map(({ isChange }) => isChange)).toEqual([false, true]);
  expect(
    written.filter(
      ({ name, isChange }) => !rights.some((one) => name.startsWith(one.prefix) && (one.mayChange || !isChange)),
    ),
  ).toEqual([]);
  // Never the release, nor anything that was once recorded.
  expect(rights).toEqual([
    { prefix: 'audit/', mayChange: false },
    { prefix: 'workbooks/', mayChange: true },
  ]);
});
