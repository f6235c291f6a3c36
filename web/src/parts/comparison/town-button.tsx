/** A municipality in a comparison: choosing it reads about it (`town` of the address). One stop of Tab for all of a list; arrows go on. */
import { comparisonWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import { say } from '../../shape/say.ts';
import { language, navigate, viewState } from '../../signals.ts';

/** Chooses a municipality; choosing it again lets it go. */
export function chooseTown(code: string): void {
  navigate({ town: viewState.value.town === code ? null : code });
}

export function TownButton({ code, name, isFirst }: { code: string; name: string; isFirst: boolean }) {
  const { town } = viewState.value;
  const isChosen = town === code;
  return (
    <button
      type="button"
      class="link-button as-text town-button"
      aria-pressed={isChosen}
      tabIndex={isChosen || (town === null && isFirst) ? 0 : -1}
      title={say(comparisonWords.choose, language.value, { name })}
      onClick={() => chooseTown(code)}
      onFocus={(event) => keepTabStop(event.currentTarget)}
    >
      {name}
    </button>
  );
}

function buttonsAround(element: Element): readonly HTMLElement[] {
  return [...(element.closest('table, ul')?.querySelectorAll<HTMLElement>('.town-button') ?? [])];
}

/** Tab comes back to the one that had the focus last. */
function keepTabStop(button: HTMLElement): void {
  for (const other of buttonsAround(button)) other.tabIndex = other === button ? 0 : -1;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrows at a municipality lead to the next one, Home and End to the first and the last. */
export function stepThroughTowns(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || !target.matches('.town-button')) return;
  const all = buttonsAround(target);
  const step = steps[key];
  const next =
    step !== undefined ? all[all.indexOf(target) + step] : key === 'Home' ? all[0] : key === 'End' ? all.at(-1) : null;
  if (next === null) return;
  event.preventDefault();
  next?.focus();
}
