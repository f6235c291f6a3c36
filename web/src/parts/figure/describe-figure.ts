/** What a figure says about itself when it is taken along, from what is shown now. */
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import { figureNames } from '#sheets-schema/vocabulary/words/export.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import type { FigureModel } from '../../shape/export/figure-model.ts';
import { formatDay, formatMoment, formatPeriod } from '../../shape/figures/format.ts';
import { sourceOfFigures } from '../../shape/print-foot.ts';
import { say } from '../../shape/say.ts';
import type { TableModel } from '../../shape/table-model.ts';
import { addressOf, index, language, municipality, selection, session, viewState } from '../../signals.ts';

/** What can be taken along. */
export interface TakenFigure {
  /** The figure's id on its page; '' where it has none. */
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly table: TableModel;
  readonly notes?: readonly string[];
  /** Its short name in file names, like 構成比; else found by its id, else its title. */
  readonly name?: string;
  /** The period in file names, as printed; else the one that is chosen. */
  readonly period?: string;
  /** 出典 where it is not that of the municipality. */
  readonly source?: string;
}

/** Comparison is of a prefecture: its name and source are not those of one municipality. */
function placeAndSource(): { readonly place: string; readonly source: string; readonly until: string | null } {
  const lang = language.value;
  const own = municipality.value;
  if (viewState.value.view === 'compare' && own !== null) {
    const prefecture = own.prefectureName;
    return { place: prefecture, source: say(compareWords.source, lang, { prefecture }), until: null };
  }
  const loaded = index.value;
  if (loaded.status !== 'ready') return { place: own?.name ?? '', source: '', until: null };
  const { dataUntil } = loaded.value;
  return {
    place: loaded.value.municipality.name,
    source: sourceOfFigures(loaded.value, lang),
    until: dataUntil === null ? null : formatDay(dataUntil, lang),
  };
}

/** The address of this figure, or of its page where it has no id: the municipality and the period are named, so that everybody sees the same. */
export function figureLink(id: string): string {
  const { period } = viewState.value;
  const chosen = selection.value?.period ?? null;
  const change = { municipality: municipality.value?.code ?? null, period: period ?? chosen };
  return `${location.origin}${addressOf(change)}${id === '' ? '' : `#figure-${encodeURIComponent(id)}`}`;
}

/** Longer titles are cut in file names, perhaps within a number: then the id says which figure it is. */
const longestTitle = 24;

function nameOf({ id, title }: TakenFigure): string {
  return [...title].length <= longestTitle || id === '' ? title : id;
}

/** The model of a figure with whose figures they are and how far they reach. */
export function describeFigure(figure: TakenFigure): FigureModel {
  const lang = language.value;
  const { place, source, until } = placeAndSource();
  const chosen = selection.value?.period;
  const known = figureNames[figure.id];
  const publishedAt = session.value.status === 'ready' ? session.value.value.publishedAt : null;
  return {
    language: lang,
    names: [
      place,
      say(pageWords[viewState.value.view], lang),
      figure.name ?? (known === undefined ? nameOf(figure) : say(known, lang)),
      figure.period ?? (chosen === undefined ? '' : formatPeriod(chosen, lang)),
    ],
    title: figure.title,
    measure: figure.measure,
    table: figure.table,
    notes: figure.notes ?? [],
    source: figure.source ?? source,
    dataUntil: until,
    published: publishedAt === null ? null : formatMoment(publishedAt, lang),
    isFictional: municipality.value?.isFictional === true,
    link: figureLink(figure.id),
  };
}
