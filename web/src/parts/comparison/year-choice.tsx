/** The fiscal year of a page of a prefecture that has years only. */
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import { formatPeriod } from '../../shape/figures/format.ts';
import { say } from '../../shape/say.ts';
import { language, navigate } from '../../signals.ts';
import { ChoiceSelect } from '../frame/choice-select.tsx';

export function YearChoice({ of, year }: { of: Pick<PrefectureIndex, 'years'>; year: string }) {
  const lang = language.value;
  return (
    <ChoiceSelect
      id="compare-year"
      label={say(compareWords.yearChoice, lang)}
      options={of.years.toReversed().map((key) => ({ key, label: formatPeriod(key, lang) }))}
      chosen={year}
      onChoose={(period) => navigate({ period })}
    />
  );
}
