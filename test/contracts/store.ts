/** What every Store must do, whatever it is made of. Each adapter's test runs this suite over itself. */
import { describe, expect, it } from 'vitest';
import type { Store } from '#functions/world.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (stored: Uint8Array | null) => (stored === null ? null : new TextDecoder().decode(stored));
const aName = 'a3f5'.repeat(16);
const anotherName = '0b1c'.repeat(16);

/** @param open gives the same store each time within one test, as two processes would open it. */
export function describeStore(name: string, createWorld: () => Promise<{ open(): Store }>): void {
  describe(`${name} keeps what a store promises`, () => {
    it('an object that was never written is not there', async () => {
      const store = (await createWorld()).open();
      expect(await store.readObject(aName)).toBeNull();
      expect(await store.hasObject(aName)).toBe(false);
      expect(await store.listObjects()).toEqual([]);
      await store.removeObject(aName);
    });

    it('an object comes back byte for byte, also to somebody else', async () => {
      const { open } = await createWorld();
      const everyByte = Uint8Array.from({ length: 256 }, (_, value) => value);
      await open().putObject(aName, everyByte);
      expect(new Uint8Array((await open().readObject(aName)) ?? [])).toEqual(everyByte);
      expect(await open().hasObject(aName)).toBe(true);
    });

    it('an empty object is there, and empty', async () => {
      const store = (await createWorld()).open();
      await store.putObject(aName, new Uint8Array());
      expect(text(await store.readObject(aName))).toBe('');
      expect(await store.hasObject(aName)).toBe(true);
    });

    it('an object never changes once it is written', async () => {
      const store = (await createWorld()).open();
      await store.putObject(aName, bytes('first'));
      await store.putObject(aName, bytes('second'));
      expect(text(await store.readObject(aName))).toBe('first');
    });

    it('the same object may be written by several at once', async () => {
      const { open } = await createWorld();
      await Promise.all(Array.from({ length: 8 }, () => open().putObject(aName, bytes('same'))));
      expect(text(await open().readObject(aName))).toBe('same');
      expect((await open().listObjects()).map((object) => object.name)).toEqual([aName]);
    });

    it('objects are listed by name with the time they were written, and gone when removed', async () => {
      const store = (await createWorld()).open();
      await store.putObject(aName, bytes('a'));
      await store.putObject(anotherName, bytes('b'));
      const listed = await store.listObjects();
      expect(listed.map((object) => object.name)).toEqual([anotherName, aName]);
      for (const object of listed) expect(object.writtenAt.getFullYear()).toBeGreaterThan(2000);
      await store.removeObject(anotherName);
      expect((await store.listObjects()).map((object) => object.name)).toEqual([aName]);
      expect(await store.hasObject(anotherName)).toBe(false);
    });

    it('a name that leads elsewhere finds nothing and writes nothing', async () => {
      const store = (await createWorld()).open();
      await store.movePointer('release', 'secret', null);
      for (const name of [
        '../pointers/release',
        '..%2Fpointers%2Frelease',
        '',
        '.',
        'a/b',
        'ab\0cd',
        'x'.repeat(5000),
      ]) {
        expect(await store.readObject(name)).toBeNull();
        expect(await store.hasObject(name)).toBe(false);
      }
      await expect(store.putObject('../pointers/release', bytes('x'))).rejects.toThrow('Not a name');
      expect((await store.readPointer('release'))?.content).toBe('secret');
    });

    it('a pointer that was never moved is null, and its first move expects null', async () => {
      const { open } = await createWorld();
      expect(await open().readPointer('release')).toBeNull();
      expect(await open().movePointer('release', '{"a":1}', 'some version')).toBe('lost-race');
      expect(await open().readPointer('release')).toBeNull();
      expect(await open().movePointer('release', '{"a":1}', null)).toBe('moved');
      expect((await open().readPointer('release'))?.content).toBe('{"a":1}');
    });

    it('a pointer moves only from the version that was read', async () => {
      const { open } = await createWorld();
      await open().movePointer('release', 'one', null);
      const read = await open().readPointer('release');
      expect(await open().movePointer('release', 'two', null)).toBe('lost-race');
      expect(await open().movePointer('release', 'two', read?.version ?? null)).toBe('moved');
      expect(await open().movePointer('release', 'three', read?.version ?? null)).toBe('lost-race');
      expect((await open().readPointer('release'))?.content).toBe('two');
    });

    it('of many who move a pointer from the same version, exactly one succeeds', async () => {
      const { open } = await createWorld();
      await open().movePointer('release', 'start', null);
      const version = (await open().readPointer('release'))?.version ?? null;
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, index) => open().movePointer('release', `by ${index}`, version)),
      );
      expect(outcomes.filter((outcome) => outcome === 'moved')).toHaveLength(1);
      expect((await open().readPointer('release'))?.content).toBe(`by ${outcomes.indexOf('moved')}`);
    });

    it('of many who make a pointer, exactly one succeeds', async () => {
      const { open } = await createWorld();
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, index) => open().movePointer('new', `by ${index}`, null)),
      );
      expect(outcomes.filter((outcome) => outcome === 'moved')).toHaveLength(1);
    });

    it('a pointer is removed, and can be made again', async () => {
      const store = (await createWorld()).open();
      await store.removePointer('release');
      await store.movePointer('release', 'one', null);
      const version = (await store.readPointer('release'))?.version ?? null;
      await store.removePointer('release');
      expect(await store.readPointer('release')).toBeNull();
      expect(await store.movePointer('release', 'two', version)).toBe('lost-race');
      expect(await store.movePointer('release', 'two', null)).toBe('moved');
    });

    it('pointers may bear the path of any workbook, and are listed by prefix in order', async () => {
      const { open } = await createWorld();
      const names = [
        'release',
        'workbooks/氷見市/社協 R6.xlsx',
        'workbooks/氷見市/社協 R6.xlsx.json',
        'workbooks/氷見市/社協 R6.xlsx.json/下.xlsx',
        'workbooks/氷見市',
        'workbooks/𠮷野町 100%~.xlsx',
        'workbooks/../../passwd',
        'workbooks/a:b?c*d|e"f<g>h\\i',
        `workbooks/${'重層的支援体制整備事業'.repeat(9)}.xlsx`,
        'workbooks/.hidden/ends with a dot.',
        'workbooks2/other',
      ];
      for (const name of names) expect(await open().movePointer(name, `of ${name}`, null)).toBe('moved');
      for (const name of names) expect((await open().readPointer(name))?.content).toBe(`of ${name}`);
      expect(await open().listPointers('')).toEqual(names.toSorted());
      expect(await open().listPointers('workbooks/')).toEqual(
        names.filter((name) => name.startsWith('workbooks/')).toSorted(),
      );
      expect(await open().listPointers('nothing/')).toEqual([]);
    });

    it('a reader sees the old pointer or the new one, never a part of either', async () => {
      const { open } = await createWorld();
      const contents = ['x'.repeat(60_000), 'y'.repeat(90_000)];
      await open().movePointer('release', contents[0] ?? '', null);
      let isMoving = true;
      const mover = (async () => {
        for (let move = 1; move <= 20; move += 1) {
          const version = (await open().readPointer('release'))?.version ?? null;
          expect(await open().movePointer('release', contents[move % 2] ?? '', version)).toBe('moved');
        }
        isMoving = false;
      })();
      const reader = (async () => {
        while (isMoving) expect(contents).toContain((await open().readPointer('release'))?.content);
      })();
      await Promise.all([mover, reader]);
    });
  });
}
