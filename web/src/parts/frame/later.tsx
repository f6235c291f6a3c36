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

/** Whether the turn of what lies below the first screen has come, for a part that is no box of its own, like the last rows of a table. */
export function useLater(): boolean {
  const isPaper = useContext(InPaper);
  const [isDue, setDue] = useState(isPaper || leadsToPlace());
  useLayoutEffect(() => (isDue ? undefined : stages.add(() => setDue(true))), [isDue]);
  return isDue;
}

export function Later(props: {
  readonly children: ComponentChildren;
  /** About how high it is, in pixels, until it is drawn. */
  readonly height?: number;
  /** Whether it is drawn with the rest after all, as where one is led to it. */
  readonly isNow?: boolean;
}) {
  const { children, height = 320, isNow = false } = props;
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
    return stages.add(() => {
      isDue.current = true;
      redraw(undefined);
    });
  }, [children, isBehind]);
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
