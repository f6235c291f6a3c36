/** Whose problems overlap: matrix, combinations, age and sex, from the rows of 相談受付. Loaded when 対象・課題別 is shown. */
import { useContext } from 'preact/hooks';
import type { PeopleObject, PeoplePeriod } from '#functions/publish/detail.ts';
import type { OfficeIndex } from '#functions/publish/release.ts';
import { targetWords } from '#sheets-schema/vocabulary/words/targets.ts';
import { Matrix, MatrixLegend } from '../../charts/matrix.tsx';
import { useDetail } from '../../loaders.ts';
import { formatPeriod } from '../../shape/figures/format.ts';
import { sayCoverage, sayMissing, sayNotFiltered } from '../../shape/flow/coverage.ts';
import { leadKinds, leadMatrix } from '../../shape/rows/lead-details.ts';
import { say } from '../../shape/say.ts';
import { areaName, type Selection } from '../../shape/selection.ts';
import { kindTable } from '../../shape/support/support-kinds.ts';
import { ageTable, shapeAges } from '../../shape/targets/ages.ts';
import { shapeCombinations } from '../../shape/targets/combinations.ts';
import { matrixTable } from '../../shape/targets/matrix-model.ts';
import {
  type OverlapKind,
  overlapFinding,
  overlapKind,
  overlapMatrix,
  overlapMeasure,
} from '../../shape/targets/overlaps.ts';
import { language, navigate, viewState } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { NoRows } from '../flow/no-rows.tsx';
import { ChoiceSwitch } from '../frame/choice-switch.tsx';
import { InPaper } from '../frame/in-paper.ts';
import { Later } from '../frame/later.tsx';
import { Settled } from '../frame/states.tsx';
import { KindBars } from '../support/kind-bars.tsx';
import { AgePyramid } from './age-pyramid.tsx';

interface Shown {
  readonly people: PeoplePeriod;
  readonly place: string;
  readonly chosen: Selection;
  readonly notes: readonly string[];
}

function Overlaps({ people, place, chosen, notes, kind }: Shown & { readonly kind: OverlapKind }) {
  const lang = language.value;
  const [rows, columns] =
    kind === 'cross'
      ? (['target', 'issue'] as const)
      : kind === 'issues'
        ? (['issue', 'issue'] as const)
        : (['target', 'target'] as const);
  const model = leadMatrix(overlapMatrix(people, kind, lang), chosen, { series: 'N01', rows, columns });
  const title = overlapFinding(people, kind, lang);
  const measure = overlapMeasure(people, { kind, place, period: chosen.period, language: lang });
  const caption = `${title} ${measure}`;
  const id = useContext(InPaper) && kind !== 'targets' ? `overlaps-${kind}` : 'overlaps';
  const what = say(kind === 'issues' ? targetWords.wordIssue : targetWords.wordTarget, lang);
  return (
    <>
      <div class="page-controls">
        <ChoiceSwitch
          label={say(targetWords.overlapChoice, lang)}
          choices={[
            { key: 'targets', label: say(targetWords.overlapTargets, lang) },
            { key: 'issues', label: say(targetWords.overlapIssues, lang) },
            { key: 'cross', label: say(targetWords.overlapCross, lang) },
          ]}
          chosen={kind}
          onChoose={(key) => navigate({ show: key === 'targets' ? null : key })}
        />
      </div>
      <FigureFrame
        id={id}
        name={say(targetWords.overlapTitle, lang)}
        title={title}
        measure={measure}
        table={matrixTable(model, caption)}
        notes={[say(targetWords.noteCodes, lang), ...notes]}
        legend={
          <MatrixLegend
            model={model}
            scale={say(targetWords.overlapScale, lang)}
            {...(kind === 'cross' ? {} : { diagonal: say(targetWords.overlapDiagonal, lang, { what }) })}
          />
        }
        isSourceElsewhere
      >
        <Matrix
          model={model}
          caption={caption}
          {...(chosen.target === 'all' ? {} : { emphasised: chosen.target.slice(0, 3) })}
        />
      </FigureFrame>
    </>
  );
}

function Combinations({ people, chosen, notes }: Shown) {
  const lang = language.value;
  const shape = leadKinds(shapeCombinations(people, lang), chosen, { by: 'set', series: ['N01'] });
  const measure = say(targetWords.combinationsMeasure, lang);
  if (shape.rows.length === 0)
    return (
      <section class="figure" aria-labelledby="combinations-title" data-figure="combinations">
        <h2 id="combinations-title">{shape.title}</h2>
        <p class="state-block" role="status">
          {say(targetWords.combinationsNone, lang)}
        </p>
      </section>
    );
  return (
    <FigureFrame
      id="combinations"
      name={say(targetWords.combinationsTitle, lang)}
      title={shape.title}
      measure={measure}
      table={kindTable(shape, `${shape.title} ${measure}`)}
      notes={notes}
      isSourceElsewhere
    >
      <KindBars shape={shape} caption={`${shape.title} ${measure}`} />
    </FigureFrame>
  );
}

function Ages({ people, place, chosen, notes }: Shown) {
  const lang = language.value;
  const shape = shapeAges(people, lang, chosen);
  const period = formatPeriod(chosen.period, lang);
  const measure = say(targetWords.agesMeasure, lang, { place, period, coverage: sayCoverage(people, lang) });
  const caption = `${shape.title} ${measure}`;
  return (
    <FigureFrame
      id="ages"
      name={say(targetWords.agesTitle, lang)}
      title={shape.title}
      measure={measure}
      table={ageTable(shape, caption, lang)}
      notes={notes}
      isSourceElsewhere
    >
      <AgePyramid shape={shape} caption={caption} />
    </FigureFrame>
  );
}

/** Where there are no rows that is said once, for all three figures. */
export function PeopleDetails({ of, chosen }: { of: OfficeIndex; chosen: Selection }) {
  const lang = language.value;
  const place = areaName(of, chosen.area);
  const isPaper = useContext(InPaper);
  const kinds: readonly OverlapKind[] = isPaper ? ['targets', 'issues', 'cross'] : [overlapKind(viewState.value.show)];
  const detail = useDetail<PeopleObject>(`people/${chosen.area}`);
  const noRows = (periods: PeopleObject['periods']) => (
    <div class="span-12">
      <section class="figure" aria-labelledby="overlaps-title" data-figure="overlaps">
        <h2 id="overlaps-title">{say(targetWords.overlapTitle, lang)}</h2>
        <NoRows place={place} period={chosen.period} tab={say(targetWords.tabCases, lang)} periods={periods} />
      </section>
    </div>
  );
  if (detail.status === 'empty') return noRows({});
  if (detail.status !== 'ready') return <Settled of={detail}>{() => null}</Settled>;
  const people = detail.value.periods[chosen.period];
  if (people === undefined) return noRows(detail.value.periods);
  const notes = [
    ...sayNotFiltered(chosen, { place, language: lang }),
    ...sayMissing(of, { series: 'N01', period: chosen.period, language: lang }),
  ];
  const shown = { people, place, chosen, notes };
  return (
    <>
      {kinds.map((kind) => (
        <div key={isPaper ? kind : 'overlaps'} class="span-12">
          <Later height={640}>
            <Overlaps {...shown} kind={kind} />
          </Later>
        </div>
      ))}
      <div class="span-6">
        <Later>
          <Combinations {...shown} />
        </Later>
      </div>
      <div class="span-6">
        <Later>
          <Ages {...shown} />
        </Later>
      </div>
    </>
  );
}
