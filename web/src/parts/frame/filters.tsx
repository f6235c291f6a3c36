/** The filters of the header: 市町村, 期間, 圏域, 経路, 対象, as native selects. Each choice is one step of Back. */

import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { type CodeList, pathways, targets } from '#sheets-schema/vocabulary/codes.ts';
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { areaOptions } from '../../shape/areas/area-options.ts';
import { formatPeriod } from '../../shape/figures/format.ts';
import { pageFilters } from '../../shape/page-filters.ts';
import { defaultPeriod } from '../../shape/periods/periods.ts';
import { openPrefectures } from '../../shape/place.ts';
import { say } from '../../shape/say.ts';
import { beginTitle } from '../../shape/title.ts';
import { index, language, navigate, place, selection, session, viewState } from '../../signals.ts';
import { useDrawnLater } from './later.tsx';

function Field(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly isSet: boolean;
  readonly onChoose: (value: string) => void;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={`filter${props.isSet ? ' filter-set' : ''}`}>
      <label for={props.id}>{props.label}</label>
      <select id={props.id} value={props.value} onChange={(event) => props.onChoose(event.currentTarget.value)}>
        {props.children}
      </select>
    </div>
  );
}

function codeOptions(list: CodeList, lang: Language) {
  return list.codes.map((code) => (
    <option key={code.code} value={code.code}>
      {`${code.parent === null ? '' : '　'}${beginTitle(code[lang], lang)}`}
    </option>
  ));
}

function PeriodOptions({ lang }: { lang: Language }) {
  const loaded = index.value;
  if (loaded.status !== 'ready') return null;
  const { years, quarters, months } = loaded.value;
  const groups = [
    { label: frameWords.fiscalYears, periods: years },
    { label: frameWords.quarters, periods: quarters },
    { label: frameWords.months, periods: months },
  ];
  return (
    <>
      {groups
        .filter(({ periods }) => periods.length > 0)
        .map(({ label, periods }) => (
          <optgroup key={label.en} label={say(label, lang)}>
            {periods.toReversed().map((period) => (
              <option key={period} value={period}>
                {formatPeriod(period, lang)}
              </option>
            ))}
          </optgroup>
        ))}
    </>
  );
}

/** Whose figures: the municipalities that may be opened, and the prefectures; nothing where there is no choice. */
function PlaceField({ id }: { id: string }) {
  const lang = language.value;
  if (session.value.status !== 'ready') return null;
  const { municipalities } = session.value.value;
  const prefectures = openPrefectures(session.value.value);
  if (municipalities.length === 0 && prefectures.length < 2) return null;
  const { municipality: own, prefecture } = place.value;
  const choose = (code: string) => {
    const isPrefecture = code.length === 2;
    const { view } = viewState.value;
    const change = { municipality: code, period: null, area: null, division: null };
    navigate(isPrefecture && view !== 'compare' ? { ...change, view: 'overview' } : change);
  };
  const option = ({ code, name }: { readonly code: string; readonly name: string }) => (
    <option key={code} value={code}>
      {name}
    </option>
  );
  return (
    <Field
      id={`${id}-municipality`}
      label={say(municipalities.length > 0 ? frameWords.municipality : frameWords.prefecture, lang)}
      value={(own ?? prefecture)?.code ?? ''}
      isSet={false}
      onChoose={choose}
    >
      {municipalities.length > 0 && prefectures.length > 0 ? (
        <>
          <optgroup label={say(frameWords.municipality, lang)}>{municipalities.map(option)}</optgroup>
          <optgroup label={say(frameWords.wholePrefecture, lang)}>{prefectures.map(option)}</optgroup>
        </>
      ) : (
        (municipalities.length > 0 ? municipalities : prefectures).map(option)
      )}
    </Field>
  );
}

/** `id` keeps the fields of the header and of the sheet apart. */
export function FilterFields({ id }: { id: string }) {
  const lang = language.value;
  const loaded = index.value;
  const chosen = selection.value;
  const ready = loaded.status === 'ready' ? loaded.value : null;
  const root = ready?.municipality.code ?? '';
  const used = pageFilters[viewState.value.view];
  // Some hundred options stay the same elements, whatever is chosen, and change their language after what one looks at.
  const optionsLang = useDrawnLater(lang);
  const periodOptions = useMemo(() => <PeriodOptions lang={optionsLang} />, [optionsLang]);
  const pathwayOptions = useMemo(() => codeOptions(pathways, optionsLang), [optionsLang]);
  const targetOptions = useMemo(() => codeOptions(targets, optionsLang), [optionsLang]);
  const areas = ready?.areas;
  const belowOptions = useMemo(
    () =>
      areaOptions(areas ?? []).map(({ code, label }) => (
        <option key={code} value={code}>
          {label}
        </option>
      )),
    [areas],
  );
  return (
    <>
      <PlaceField id={id} />
      {ready !== null && chosen !== null && (
        <>
          {used.includes('period') && ready.years.length > 0 && (
            <Field
              id={`${id}-period`}
              label={say(frameWords.period, lang)}
              value={chosen.period}
              isSet={false}
              onChoose={(period) => navigate({ period: period === defaultPeriod(ready) ? null : period })}
            >
              {periodOptions}
            </Field>
          )}
          {used.includes('area') && (
            <Field
              id={`${id}-area`}
              label={say(frameWords.area, lang)}
              value={chosen.area}
              isSet={chosen.area !== root}
              onChoose={(area) => navigate({ area: area === root ? null : area })}
            >
              <option value={root}>{say(frameWords.wholeMunicipality, lang)}</option>
              {belowOptions}
            </Field>
          )}
          {used.includes('pathway') && (
            <Field
              id={`${id}-pathway`}
              label={say(frameWords.pathway, lang)}
              value={chosen.pathway}
              isSet={chosen.pathway !== 'all'}
              onChoose={(pathway) => navigate({ pathway: pathway === 'all' ? null : pathway })}
            >
              <option value="all">{say(frameWords.allPathways, lang)}</option>
              {pathwayOptions}
            </Field>
          )}
          {used.includes('target') && (
            <Field
              id={`${id}-target`}
              label={say(frameWords.target, lang)}
              value={chosen.target}
              isSet={chosen.target !== 'all'}
              onChoose={(target) => navigate({ target: target === 'all' ? null : target })}
            >
              <option value="all">{say(frameWords.allTargets, lang)}</option>
              {targetOptions}
            </Field>
          )}
        </>
      )}
    </>
  );
}
