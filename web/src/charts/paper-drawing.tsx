/** A chart on paper: the same chart as lines, as wide as an A4 page, drawn when the page is about to be printed. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { drawVector } from './drawings.ts';

/** A little wider than A4 portrait without its margins (680 px), so that charts are lower on paper and their words still 8 pt. */
const paperWidth = 760;

export function PaperDrawing({ canvas, height }: { canvas: RefObject<HTMLCanvasElement | null>; height: number }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const draw = () => {
      if (canvas.current === null || place.current === null) return;
      const drawing = drawVector(canvas.current, { width: paperWidth, height });
      place.current.innerHTML = `<svg viewBox="0 0 ${paperWidth} ${height}" width="100%">${drawing ?? ''}</svg>`;
    };
    const paper = matchMedia('print');
    const drawOnPaper = () => {
      if (paper.matches) draw();
    };
    drawOnPaper();
    addEventListener('beforeprint', draw);
    paper.addEventListener('change', drawOnPaper);
    return () => {
      removeEventListener('beforeprint', draw);
      paper.removeEventListener('change', drawOnPaper);
    };
  });
  return <div ref={place} class="paper-drawing" aria-hidden="true" />;
}
