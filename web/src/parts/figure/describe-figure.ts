/** What a figure says about itself when it is taken along, from what is shown now. */
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { figureNames } from '#sheets-schema/vocabulary/words/export.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { keptObject } from '../../api.ts';
import { objectAddress } from '../../object-addresses.ts';
import { sayPrefectureSource } from '../../shape/comparison/prefecture-source.ts';
import type { FigureModel } from '../../shape/export/figure-model.ts';
import { formatDay, formatMoment, formatPeriod } from '../../shape/figures/format.ts';
import { prefecturePath } from '../../shape/place.ts';
import { sourceOfFigures } from '../../shape/print-foot.ts';
import { say } from '../../shape/say.ts';
import type { TableModel } from '../../shape/table-model.ts';
import { addressOf, index, language, place, release, selection, session, viewState } from '../../signals.ts';

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

/** Whether the page is of a prefecture: its comparison, or anything where no municipality is shown. */
function isOfPrefecture(): boolean {
  return viewState.value.view === 'compare' || place.value.municipality === null;
}

/** Whether figures are invented: those of the municipality, or of any that stands beside others. */
function isFictional(): boolean {
  const { municipality: own, prefecture } = place.value;
  if (prefecture === null || !isOfPrefecture()) return own?.isFictional === true;
  const shown = keptObject<PrefectureIndex>(objectAddress(prefecturePath(prefecture), release.value));
  return (shown?.municipalities ?? (own === null ? [] : [own])).some((each) => each.isFictional);
}

/** Comparison is of a prefecture: its name and source are not those of one municipality. */
function placeAndSource(): { readonly name: string; readonly source: string; readonly until: string | null } {
  const lang = language.value;
  const { municipality: own, prefecture } = place.value;
  if (prefecture !== null && isOfPrefecture())
    return { name: prefecture.name, source: sayPrefectureSource(prefecture.name, lang), until: null };
  const loaded = index.value;
  if (loaded.status !== 'ready') return { name: own?.name ?? '', source: '', until: null };
  const { dataUntil } = loaded.value;
  return {
    name: loaded.value.municipality.name,
    source: sourceOfFigures(loaded.value, lang),
    until: dataUntil === null ? null : formatDay(dataUntil, lang),
  };
}

/** The address of this figure, or of its page where it has no id: the municipality and the period are named, so that everybody sees the same. */
export function figureLink(id: string): string {
  const { period } = viewState.value;
  const chosen = selection.value?.period ?? null;
  const { municipality: own, prefecture } = place.value;
  const named = viewState.value.municipality;
  const code = own?.code ?? (isOfPrefecture() && named !== null ? named : prefecture?.code);
  const change = { municipality: code ?? null, period: period ?? chosen };
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
  const { name, source, until } = placeAndSource();
  const chosen = selection.value?.period;
  const known = figureNames[figure.id];
  const publishedAt = session.value.status === 'ready' ? session.value.value.publishedAt : null;
  return {
    language: lang,
    names: [
      name,
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
    isFictional: isFictional(),
    link: figureLink(figure.id),
  };
}
