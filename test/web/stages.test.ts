import { describe, expect, it } from 'vitest';
import { createStages } from '../../web/src/stages.ts';

/** A browser that draws only when told. */
function createClock() {
  const waiting: (() => void)[] = [];
  return {
    afterPicture: (run: () => void) => void waiting.push(run),
    drawPicture: () => {
      for (const run of waiting.splice(0)) run();
    },
  };
}

describe('what lies below the first screen', () => {
  it('waits for two pictures: the page, and what its charts draw after it', () => {
    const clock = createClock();
    const done: string[] = [];
    const stages = createStages(clock, () => done.push('standing'));
    stages.add(() => done.push('below'));
    clock.drawPicture();
    expect(done).toEqual([]);
    clock.drawPicture();
    expect(done).toEqual(['standing', 'below']);
  });

  it('is drawn piece by piece in order, one a picture', () => {
    const clock = createClock();
    const done: number[] = [];
    const stages = createStages(clock);
    for (const piece of [1, 2, 3]) stages.add(() => done.push(piece));
    clock.drawPicture();
    clock.drawPicture();
    const seen = [[...done]];
    clock.drawPicture();
    seen.push([...done]);
    clock.drawPicture();
    seen.push([...done]);
    expect(seen).toEqual([[1], [1, 2], [1, 2, 3]]);
  });

  it('comes behind what waits already, also when a piece brings pieces of its own', () => {
    const clock = createClock();
    const done: string[] = [];
    const stages = createStages(clock);
    stages.add(() => {
      done.push('one');
      stages.add(() => done.push('inner'));
    });
    stages.add(() => done.push('two'));
    clock.drawPicture();
    clock.drawPicture();
    clock.drawPicture();
    clock.drawPicture();
    expect(done).toEqual(['one', 'two', 'inner']);
  });

  it('is not drawn any more when something else was chosen meanwhile', () => {
    const clock = createClock();
    const done: string[] = [];
    const stages = createStages(clock);
    const takeBack = stages.add(() => done.push('before'));
    stages.add(() => done.push('after'));
    takeBack();
    clock.drawPicture();
    clock.drawPicture();
    expect(done).toEqual(['after']);
  });

  it('stands for itself when the same is asked for twice', () => {
    const clock = createClock();
    let count = 0;
    const stages = createStages(clock);
    const piece = () => {
      count += 1;
    };
    const takeBack = stages.add(piece);
    stages.add(piece);
    takeBack();
    clock.drawPicture();
    clock.drawPicture();
    clock.drawPicture();
    expect(count).toBe(1);
  });

  it('is all there at once for the printer', () => {
    const clock = createClock();
    const done: number[] = [];
    const stages = createStages(clock);
    stages.add(() => done.push(1));
    stages.add(() => done.push(2));
    stages.flush();
    expect(done).toEqual([1, 2]);
    clock.drawPicture();
    clock.drawPicture();
    expect(done).toEqual([1, 2]);
  });

  it('keeps coming when one piece breaks, and when all were drawn before', () => {
    const clock = createClock();
    const done: string[] = [];
    const stages = createStages(clock);
    stages.add(() => {
      throw new Error('broken');
    });
    stages.add(() => done.push('next'));
    clock.drawPicture();
    expect(() => clock.drawPicture()).toThrow('broken');
    clock.drawPicture();
    clock.drawPicture();
    stages.add(() => done.push('later'));
    clock.drawPicture();
    clock.drawPicture();
    expect(done).toEqual(['next', 'later']);
  });

  it('waits for what is on the screen, which comes first and one a picture', () => {
    const clock = createClock();
    const done: string[] = [];
    const stages = createStages(clock, () => done.push('standing'));
    stages.add(() => done.push('below'));
    stages.add(() => done.push('trend'), 'screen');
    stages.add(() => done.push('list'), 'screen');
    const pictures = Array.from({ length: 4 }, () => {
      clock.drawPicture();
      return [...done];
    });
    expect(pictures).toEqual([['trend'], ['trend', 'list'], ['trend', 'list'], ['trend', 'list', 'standing', 'below']]);
  });

  it('lets another view that is opened meanwhile stand first', () => {
    const clock = createClock();
    const done: string[] = [];
    const stages = createStages(clock);
    stages.add(() => done.push('below the first view'));
    clock.drawPicture();
    stages.add(() => done.push('on the second'), 'screen');
    clock.drawPicture();
    clock.drawPicture();
    clock.drawPicture();
    expect(done).toEqual(['on the second', 'below the first view']);
  });

  it('tells a part that grows to be whole for the printer', () => {
    const clock = createClock();
    const asked: boolean[] = [];
    const stages = createStages(clock);
    stages.add((isAll) => asked.push(isAll), 'screen');
    stages.flush();
    stages.add((isAll) => asked.push(isAll), 'screen');
    clock.drawPicture();
    expect(asked).toEqual([true, false]);
  });
});
