/** Which goals are listed: year, programme, area, pathway, office. Each is part of the address; only what the year's goals have is offered. */
import type { GoalView, OfficeIndex } from '#functions/publish/release.ts';
import { goalWords } from '#sheets-schema/vocabulary/words/goals.ts';
import type { Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatYear } from '../../shape/figures/format.ts';
import { type GoalFilter, goalChoices } from '../../shape/goals/goal-filter.ts';
import { say } from '../../shape/say.ts';
import { language, navigate } from '../../signals.ts';
import { ChoiceSelect } from '../frame/choice-select.tsx';

const names: Readonly<Record<keyof GoalFilter, { readonly label: Phrase; readonly every: Phrase }>> = {
  programme: { label: goalWords.programmeChoice, every: goalWords.everyProgramme },
  area: { label: goalWords.areaChoice, every: goalWords.everyArea },
  pathway: { label: goalWords.pathwayChoice, every: goalWords.everyPathway },
  office: { label: goalWords.officeChoice, every: goalWords.everyOffice },
};

export function GoalFilters(props: {
  readonly of: OfficeIndex;
  readonly goals: readonly GoalView[];
  readonly year: number;
  readonly filter: GoalFilter;
}) {
  const lang = language.value;
  const years = [...new Set([...props.goals.map(({ fiscalYear }) => fiscalYear), props.year])].toSorted(
    (a, b) => b - a,
  );
  const choices = goalChoices(props.goals, { year: props.year, index: props.of, language: lang });
  if (years.length < 2 && choices.length === 0) return null;
  return (
    <div class="page-controls">
      {years.length > 1 && (
        <ChoiceSelect
          id="goals-year"
          label={say(goalWords.yearChoice, lang)}
          options={years.map((year) => ({ key: String(year), label: formatYear(year, lang) }))}
          chosen={String(props.year)}
          onChoose={(year) => navigate({ period: `FY${year}` })}
        />
      )}
      {choices.map(({ name, options }) => (
        <ChoiceSelect
          key={name}
          id={`goals-${name}`}
          label={say(names[name].label, lang)}
          options={[{ key: '', label: say(names[name].every, lang) }, ...options]}
          chosen={props.filter[name] ?? ''}
          isSet={props.filter[name] !== null}
          onChoose={(chosen) => navigate({ [name]: chosen === '' ? null : chosen })}
        />
      ))}
    </div>
  );
}
