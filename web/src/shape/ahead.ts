/** What a page will ask for, as far as its address alone tells: it need not wait until the index is there. Pure. */
import type { ViewState } from '../view-state.ts';

/** Paths under /api of one municipality; nothing where the index must first say what there is. */
export function pathsAhead({ view, area, pathway, target, show }: ViewState, municipality: string): readonly string[] {
  if (area !== null || pathway !== null || target !== null || show !== null) return [];
  const own = `municipalities/${municipality}`;
  // What the status strip of every page shows.
  const strip = `${own}/figures/overview/${municipality}`;
  switch (view) {
    case 'overview':
      return [strip, `${own}/goals`, `${own}/details/corrections`];
    case 'areas':
      return [strip, `${own}/figures/areas/all`];
    case 'pathways':
    case 'targets':
      return [strip, `${own}/figures/${view}/${municipality}`];
    case 'goals':
      return [strip, `${own}/goals`];
    case 'status':
      return [strip, `${own}/findings`];
    case 'support':
    case 'compare':
    case 'glossary':
    case 'health':
    case 'audit':
      return [strip];
    default:
      return view satisfies never;
  }
}
