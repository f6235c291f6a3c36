/**
 * What lies below the first screen: drawn a moment after the rest, so that what one looks at stands at once. What is on the screen
 * already changes with the rest; an address that leads to a place on the page finds all of it.
 */
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { createStages } from '../../stages.ts';
import { InPaper } from './in-paper.ts';

/** A hidden page draws no pictures. */
const longestPicture = 200;

const channel = new MessageChannel();
const tasks: (() => void)[] = [];
channel.port1.onmessage = () => tasks.shift()?.();

function afterTask(run: () => void): void {
  tasks.push(run);
  channel.port2.postMessage(null);
}

/** The moment from which all that is on the screen is drawn, for whoever measures it. */
const standing = 'kasanari:standing';

function afterPicture(run: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    clearTimeout(limit);
    afterTask(run);
  };
  const limit = setTimeout(once, longestPicture);
  requestAnimationFrame(once);
}

const stages = createStages({ afterPicture }, () => {
  performance.clearMarks(standing);
  performance.mark(standing);
});

addEventListener('beforeprint', () => stages.flush());

const seen = new WeakSet<Element>();
const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries)
    if (isIntersecting) seen.add(target);
    else seen.delete(target);
});

/** Whether the address leads to a place on the page, like '#list-targets'. */
function leadsToPlace(): boolean {
  return location.hash.length > 1;
}

/** Calls when everything on the screen is drawn; what it returns takes it back. */
export function whenDrawn(run: () => void): () => void {
  return stages.add(run);
}

/**
 * How many of the parts of a list are drawn: `step` at first, and as many more with each picture. All of them in the meeting paper.
 * Where `of` is said, another one is drawn from the top again.
 */
export function useGrowing(count: number, step: number, of?: unknown): number {
  const isAll = useContext(InPaper) || leadsToPlace();
  const [grown, setGrown] = useState({ of, drawn: step });
  const drawn = isAll ? Number.POSITIVE_INFINITY : grown.of === of ? grown.drawn : step;
  useLayoutEffect(
    () =>
      drawn >= count
        ? undefined
        : stages.add((isRest) => setGrown({ of, drawn: isRest ? Number.POSITIVE_INFINITY : drawn + step }), 'screen'),
    [drawn, count, step, of],
  );
  return Math.min(drawn, count);
}

/** Whether the turn of what need not stand in the first picture has come. */
export function useLater(): boolean {
  return useGrowing(2, 1) === 2;
}

/** A value, a picture later: for what nobody looks at, as the options of closed selects. */
export function useDrawnLater<Value>(value: Value): Value {
  const [drawn, setDrawn] = useState(value);
  useLayoutEffect(
    () => (Object.is(drawn, value) ? undefined : stages.add(() => setDrawn(value), 'screen')),
    [drawn, value],
  );
  return drawn;
}

export function Later(props: {
  readonly children: ComponentChildren;
  /** About how high it is, in pixels, until it is drawn. */
  readonly height?: number;
  /** Whether it is drawn with the rest after all, as where one is led to it. */
  readonly isNow?: boolean;
  /** Whether it is on the first screen all the same: then it is drawn before all that lies below. */
  readonly isOnScreen?: boolean;
}) {
  const { children, height = 320, isNow = false, isOnScreen = false } = props;
  const isPaper = useContext(InPaper);
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<ComponentChildren>(null);
  const isDue = useRef(false);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const isSeen = box.current !== null && seen.has(box.current);
  if (isPaper || isNow || leadsToPlace() || isDue.current || isSeen) drawn.current = children;
  isDue.current = false;
  const isBehind = drawn.current !== children;
  useLayoutEffect(() => {
    if (!isBehind) return;
    const piece = () => {
      isDue.current = true;
      redraw(undefined);
    };
    return stages.add(piece, isOnScreen ? 'screen' : 'below');
  }, [children, isBehind, isOnScreen]);
  useEffect(() => {
    const own = box.current;
    if (own === null) return;
    observer.observe(own);
    return () => observer.unobserve(own);
  }, []);
  return (
    <div
      ref={box}
      class={drawn.current === null ? 'later later-waiting' : 'later'}
      style={{ '--later-height': `${height}px` }}
    >
      {drawn.current}
    </div>
  );
}
