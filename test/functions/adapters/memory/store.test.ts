import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { describeStore } from '../../../contracts/store.ts';

describeStore('the memory store', async () => {
  const store = createMemoryStore({ now: () => new Date('2024-04-01T00:00:00Z') });
  return { open: () => store };
});
