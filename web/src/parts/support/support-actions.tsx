/** What was done by 方法, 事業 and both, from the rows of 支援記録. */
import type { SupportPeriod } from '#functions/publish/detail.ts';
import { supportWords } from '#sheets-schema/vocabulary/words/support.ts';
import { Matrix, MatrixLegend } from '../../charts/matrix.tsx';
import { type DrawnPlace, leadKinds, leadMatrix } from '../../shape/rows/lead-details.ts';
import { say } from '../../shape/say.ts';
import { crossFinding, crossModel } from '../../shape/support/support-cross.ts';
import { methodKinds, programmeKinds } from '../../shape/support/support-kinds.ts';
import { matrixTable } from '../../shape/targets/matrix-model.ts';
import { language } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { Later } from '../frame/later.tsx';
import { Kinds, Unsaid } from './kinds-figure.tsx';

/** Of which place and period the figures speak. */
export interface Facts {
  readonly place: string;
  readonly period: string;
  /** Where the rows of the figures lie. */
  readonly at: DrawnPlace;
}

export function Actions({
  actions,
  facts,
  notes,
}: {
  actions: SupportPeriod['actions'];
  facts: Facts;
  notes: readonly string[];
}) {
  const lang = language.value;
  if (actions === null || actions.methods.length === 0)
    return (
      <div class="span-7">
        <Unsaid id="methods" title={say(supportWords.methodsTitle, lang)}>
          {say(supportWords.noPart, lang, { period: facts.period, tab: say(supportWords.tabActions, lang) })}
        </Unsaid>
      </div>
    );
  return (
    <>
      <div class="span-7">
        <Later>
          <Kinds
            id="methods"
            shapeIt={() =>
              leadKinds(methodKinds(actions, lang), facts.at, { by: 'method', series: ['N02', 'minutes'] })
            }
            measure={say(supportWords.methodsMeasure, lang, { place: facts.place, period: facts.period })}
            notes={notes}
          />
        </Later>
      </div>
      <div class="span-5">
        <Later>
          <Kinds
            id="programmes"
            shapeIt={() => leadKinds(programmeKinds(actions, lang), facts.at, { by: 'programme', series: ['N02'] })}
            measure={say(supportWords.programmesMeasure, lang)}
            notes={notes}
          />
        </Later>
      </div>
      <div class="span-7">
        <Later>
          <Cross actions={actions} at={facts.at} notes={notes} />
        </Later>
      </div>
    </>
  );
}

/** 方法 × 事業. */
function Cross({
  actions,
  at,
  notes,
}: {
  actions: NonNullable<SupportPeriod['actions']>;
  at: DrawnPlace;
  notes: readonly string[];
}) {
  const lang = language.value;
  const cross = leadMatrix(crossModel(actions, lang), at, { series: 'N02', rows: 'method', columns: 'programme' });
  const measure = say(supportWords.crossMeasure, lang);
  const title = crossFinding(actions, lang);
  return (
    <FigureFrame
      id="cross"
      title={title}
      measure={measure}
      table={matrixTable(cross, `${title} ${measure}`)}
      legend={<MatrixLegend model={cross} scale={say(supportWords.actions, lang)} />}
      notes={notes}
      isSourceElsewhere
    >
      <Matrix model={cross} caption={`${title} ${measure}`} />
    </FigureFrame>
  );
}
