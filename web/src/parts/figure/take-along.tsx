/**
 * 「持ち出す」: a figure as CSV, Excel, PNG, SVG or link. A disclosure: Enter opens it, arrows go through it, Esc closes it; what
 * was done is said. Any figure has it that gives its table; FigureFrame brings it along.
 */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { exportWords } from '#sheets-schema/vocabulary/words/export.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import '../../styles/take-along.css';
import { copyText } from './copy-text.ts';
import { describeFigure, figureLink, type TakenFigure } from './describe-figure.ts';
import type { FileKind } from './save-figure.ts';

const kinds: readonly FileKind[] = ['csv', 'xlsx', 'png', 'svg'];

export interface TakeAlongProps {
  readonly figure: TakenFigure;
  /** A drawing of its own; otherwise what stands on the page is drawn. */
  readonly svg?: (() => SVGElement | string) | undefined;
}

/** What was done, and where copying is not allowed the link itself. */
interface Outcome {
  readonly text: string;
  readonly link?: string;
}

export function TakeAlong({ figure, svg }: TakeAlongProps) {
  const lang = language.value;
  const [isOpen, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const menu = useId();
  // Before anything else is drawn, so that the next key finds the focus in the list.
  useLayoutEffect(() => {
    if (!isOpen) return;
    root.current?.querySelector<HTMLElement>('ul button')?.focus();
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && root.current?.contains(event.target) === false) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    toggle.current?.focus();
  };
  const save = async (kind: FileKind) => {
    close();
    setOutcome({ text: say(exportWords.drawing, lang) });
    try {
      const section = root.current?.closest('[data-figure], section');
      if (section === null || section === undefined) throw new Error('A figure stands in a section');
      const { saveFigure } = await import('./save-figure.ts');
      const file = await saveFigure(kind, describeFigure(figure), { section, svg });
      setOutcome({ text: say(exportWords.saved, lang, { file }) });
    } catch {
      setOutcome({ text: say(exportWords.failed, lang) });
    }
  };
  const copy = async () => {
    close();
    const link = figureLink(figure.id);
    const isCopied = await copyText(link);
    setOutcome(isCopied ? { text: say(exportWords.copied, lang) } : { text: say(exportWords.copyByHand, lang), link });
  };
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      close();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !isOpen) return;
    event.preventDefault();
    const buttons: (Element | null)[] = [...(root.current?.querySelectorAll('ul button') ?? [])];
    const next = buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length);
    if (next instanceof HTMLElement) next.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons inside end up here
    <div ref={root} class="take-along" onKeyDown={walk}>
      <button
        ref={toggle}
        type="button"
        class="link-button"
        aria-expanded={isOpen}
        aria-controls={menu}
        aria-label={say(exportWords.takeAlongOf, lang, { figure: figure.title })}
        onClick={() => setOpen(!isOpen)}
      >
        {say(exportWords.takeAlong, lang)}
      </button>
      <ul id={menu} hidden={!isOpen}>
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" onClick={() => void save(kind)}>
              {say(exportWords[kind], lang)}
            </button>
          </li>
        ))}
        <li>
          <button type="button" onClick={() => void copy()}>
            {say(exportWords.link, lang)}
          </button>
        </li>
      </ul>
      <p class="taken" role="status">
        {outcome?.text}
      </p>
      {outcome?.link !== undefined && (
        <input
          class="taken-link"
          type="text"
          readOnly
          value={outcome.link}
          aria-label={say(exportWords.link, lang)}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}
