/** Arrows in a table of figures: from its frame to the first figure, from figure to figure, and Esc back to the frame. */

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

function figureIn(cell: Element | undefined): HTMLElement | null {
  return cell?.querySelector<HTMLElement>('.rows-open') ?? null;
}

/** The next figure that way; cells without one are passed over. */
function neighbour(cell: Element, [down, right]: readonly [number, number]): HTMLElement | null {
  const row = cell.closest('tr');
  const rows = [...(cell.closest('table')?.querySelectorAll('tbody tr') ?? [])];
  if (row === null) return null;
  let [line, column] = [rows.indexOf(row), [...row.children].indexOf(cell)];
  for (;;) {
    line += down;
    column += right;
    const next = rows[line]?.children[column];
    if (next === undefined) return null;
    const figure = figureIn(next);
    if (figure !== null) return figure;
  }
}

function focusOn(figure: HTMLElement): void {
  figure.focus();
  figure.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Keys at a figure of a table. */
export function stepThroughTable(event: KeyboardEvent): void {
  const { currentTarget, key } = event;
  if (!(currentTarget instanceof HTMLElement)) return;
  const step = steps[key];
  const cell = currentTarget.closest('td');
  if (step !== undefined && cell !== null) {
    event.preventDefault();
    const next = neighbour(cell, step);
    if (next !== null) focusOn(next);
  } else if (key === 'Escape') {
    event.stopPropagation();
    currentTarget.closest<HTMLElement>('.table-frame')?.focus();
  }
}

/** The first figure that is in sight to the right of what sticks; the first of all where the frame shows none. */
function firstInSight(frame: HTMLElement): HTMLElement | null {
  if (frame.scrollLeft === 0) return figureIn(frame);
  const edge = frame.querySelector('tbody th')?.getBoundingClientRect().right ?? 0;
  const figures = [...frame.querySelectorAll<HTMLElement>('.rows-open')];
  return figures.find((figure) => figure.getBoundingClientRect().left >= edge) ?? figureIn(frame);
}

/** Keys at the frame of a table: right or down enters it at its first figure in sight. */
export function enterTable(event: KeyboardEvent): void {
  const { currentTarget, target, key } = event;
  if (!(currentTarget instanceof HTMLElement) || target !== currentTarget) return;
  const first = key === 'ArrowRight' || key === 'ArrowDown' ? firstInSight(currentTarget) : null;
  if (first === null) return;
  event.preventDefault();
  focusOn(first);
}
