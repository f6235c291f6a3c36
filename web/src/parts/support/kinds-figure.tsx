/** 支援, 会議 or 地域活動 by kind: bars with their table, or why there are none. */
import type { ComponentChildren } from 'preact';
import { type KindShape, kindTable } from '../../shape/support/support-kinds.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { KindBars } from './kind-bars.tsx';

/** A figure in words only: its name and why there is nothing to draw. */
export function Unsaid({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="figure" aria-labelledby={`${id}-title`} data-figure={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="state-block" role="status">
        {children}
      </p>
    </section>
  );
}

/** `shapeIt` is called when its turn to be drawn has come. */
export function Kinds({
  id,
  shapeIt,
  measure,
  notes,
}: {
  id: string;
  shapeIt: () => KindShape;
  measure: string;
  notes?: readonly string[];
}) {
  const shape = shapeIt();
  return (
    <FigureFrame
      id={id}
      title={shape.title}
      measure={measure}
      table={kindTable(shape, `${shape.title} ${measure}`)}
      {...(notes === undefined ? {} : { notes })}
      isSourceElsewhere
    >
      <KindBars shape={shape} caption={`${shape.title} ${measure}`} />
    </FigureFrame>
  );
}
