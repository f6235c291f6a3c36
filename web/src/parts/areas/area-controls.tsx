/** Where one stands among the areas, and how they are divided and counted. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import { areaWords } from '#sheets-schema/vocabulary/words/areas.ts';
import { areaPath, type Division } from '../../shape/areas/area-divisions.ts';
import type { AreaMeasure } from '../../shape/areas/area-rows.ts';
import { say } from '../../shape/say.ts';
import type { Selection } from '../../shape/selection.ts';
import { language, navigate } from '../../signals.ts';
import { ChoiceSwitch } from '../frame/choice-switch.tsx';
import { ViewLink } from '../frame/view-link.tsx';

/** 藤ヶ浦市 › 東部圏域 › 東山地区: each but the last leads there. */
function Breadcrumbs({ of, area }: { of: OfficeIndex; area: string }) {
  const path = areaPath(of, area);
  if (path.length === 0) return null;
  return (
    <nav class="breadcrumbs" aria-label={say(areaWords.breadcrumbs, language.value)}>
      <ol>
        <li>
          <ViewLink to={{ area: null, division: null }}>{of.municipality.name}</ViewLink>
        </li>
        {path.map(({ code, name }, position) => (
          <li key={code}>
            {position === path.length - 1 ? (
              <span aria-current="page">{name}</span>
            ) : (
              <ViewLink to={{ area: code, division: null }}>{name}</ViewLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function AreaControls(props: {
  readonly of: OfficeIndex;
  readonly chosen: Selection;
  readonly divisions: readonly Division[];
  readonly shown: Division | undefined;
  readonly measure: AreaMeasure;
  readonly hasPopulation: boolean;
}) {
  const { of, chosen, divisions, shown, measure, hasPopulation } = props;
  const lang = language.value;
  return (
    <>
      <Breadcrumbs of={of} area={chosen.area} />
      {shown !== undefined && (divisions.length > 1 || hasPopulation) && (
        <div class="page-controls">
          {divisions.length > 1 && (
            <ChoiceSwitch
              label={say(areaWords.division, lang)}
              choices={divisions.map(({ kind, below }) => ({
                key: kind,
                label: below === null ? kind : say(areaWords.divisionWith, lang, { kind, below }),
              }))}
              chosen={shown.kind}
              onChoose={(kind) => navigate({ division: kind === divisions[0]?.kind ? null : kind })}
            />
          )}
          {hasPopulation && (
            <ChoiceSwitch
              label={say(areaWords.counting, lang)}
              choices={[
                { key: 'N01', label: say(areaWords.byCount, lang) },
                { key: 'R06', label: say(areaWords.byRate, lang) },
              ]}
              chosen={measure}
              onChoose={(key) => navigate({ indicator: key === 'N01' ? null : key })}
            />
          )}
        </div>
      )}
    </>
  );
}
