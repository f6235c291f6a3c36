/** 成果目標 of the municipalities of a prefecture: how many stand in which state in a fiscal year. */
import { useState } from 'preact/hooks';
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { comparisonWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import { isOfForms } from '../../shape/comparison/comparison-notes.ts';
import { sayGoalStates } from '../../shape/comparison/goal-state-finding.ts';
import { shapeGoalStateTable } from '../../shape/comparison/goal-state-table.ts';
import type { TableOrder } from '../../shape/comparison/municipality-table.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { SortableTable } from '../figure/sortable-table.tsx';
import { PrefectureSource } from './prefecture-source.tsx';

export function GoalStates({ of, year }: { of: PrefectureIndex; year: string }) {
  const lang = language.value;
  const [order, setOrder] = useState<TableOrder>({ column: null, isDescending: true });
  const model = shapeGoalStateTable(of, { year, order, language: lang });
  return (
    <section class="figure" aria-labelledby="goals-title" data-figure="goal-states">
      <h2 id="goals-title">{sayGoalStates(of, { year, language: lang })}</h2>
      <p class="measure">{model.caption}</p>
      <SortableTable model={model} order={order} onOrder={setOrder} />
      {isOfForms(year, of.municipalities) && <p class="note">{say(comparisonWords.noteForms, lang)}</p>}
      <PrefectureSource name={of.prefecture.name} />
    </section>
  );
}
