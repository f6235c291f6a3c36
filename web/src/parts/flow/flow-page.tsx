/** 流れ of 経路別: the drawing with its table twin (first on a telephone). Loaded when it is first shown. */
import { useMemo } from 'preact/hooks';
import type { FlowObject, FlowPeriod } from '#functions/publish/detail.ts';
import type { OfficeIndex } from '#functions/publish/release.ts';
import { flowWords } from '#sheets-schema/vocabulary/words/flow.ts';
import { Flow } from '../../charts/flow.tsx';
import { useDetail } from '../../loaders.ts';
import { formatPeriod } from '../../shape/figures/format.ts';
import { sayCoverage, sayMissing } from '../../shape/flow/coverage.ts';
import { type FlowNode, flowFinding, flowModel, handoversOfPathway, nodeOfCode } from '../../shape/flow/flow-model.ts';
import { flowTable } from '../../shape/flow/flow-table.ts';
import { rowsOfFlow } from '../../shape/rows/lead-details.ts';
import { say } from '../../shape/say.ts';
import { areaName, type Selection } from '../../shape/selection.ts';
import { index, language, navigate, selection } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { Later } from '../frame/later.tsx';
import { Settled } from '../frame/states.tsx';
import { NoRows } from './no-rows.tsx';

/** 経路 and 対象 filter; what is folded and the right column do not. */
function canChoose({ column, code }: FlowNode): boolean {
  return column !== 2 && code !== 'rest';
}

/** The bands from target to hand-over are those of all pathways; where those of the pathway went is said beside them. */
function sayPathway(flow: FlowPeriod, { code, name }: FlowNode): string {
  const lang = language.value;
  const handovers = code === 'rest' ? null : handoversOfPathway(flow, code, lang);
  return handovers === null || handovers === ''
    ? say(flowWords.noteChosenPathway, lang, { name })
    : say(flowWords.notePathwayHandovers, lang, { name, handovers });
}

function Told({ flow, of, chosen }: { flow: FlowPeriod; of: OfficeIndex; chosen: Selection }) {
  const lang = language.value;
  const model = useMemo(() => flowModel(flow, lang), [flow, lang]);
  const place = areaName(of, chosen.area);
  const coverage = sayCoverage(flow, lang);
  const title = flowFinding(flow, lang);
  const measure = say(flowWords.measure, lang, { place, period: formatPeriod(chosen.period, lang), coverage });
  const pathway = chosen.pathway === 'all' ? null : nodeOfCode(model, 0, chosen.pathway);
  const target = chosen.target === 'all' ? null : nodeOfCode(model, 1, chosen.target);
  const shown = { area: chosen.area, period: chosen.period };
  const table = flowTable(flow, `${say(flowWords.tableTitle, lang)} ${measure}`, { language: lang, place: shown });
  const comma = lang === 'ja' ? '、' : ', ';
  const notes = [
    ...(pathway === null ? [] : [sayPathway(flow, pathway)]),
    ...(target === null ? [] : [say(flowWords.noteChosenTarget, lang, { name: target.name })]),
    ...model.nodes
      .filter(({ members }) => members.length > 0)
      .map(({ name, members }) => say(flowWords.noteFolded, lang, { name, members: members.join(comma) })),
    ...sayMissing(of, { series: 'N01', period: chosen.period, language: lang }),
  ];
  const choose = ({ column, code }: FlowNode) => {
    if (column === 0) navigate({ pathway: pathway?.code === code ? null : code });
    else navigate({ target: target?.code === code ? null : code });
  };
  return (
    <div class="columns">
      <div class="span-12">
        <FigureFrame
          id="flow"
          title={title}
          measure={measure}
          table={table}
          notes={notes}
          name={say(flowWords.title, lang)}
          legend={
            <span class="flow-chosen" data-untaken>
              {say(flowWords.howTo, lang)}
              {(pathway !== null || target !== null) && (
                <button type="button" class="link-button" onClick={() => navigate({ pathway: null, target: null })}>
                  {say(flowWords.clear, lang)}
                </button>
              )}
            </span>
          }
          isSourceElsewhere
        >
          <Later height={560} isOnScreen>
            <Flow
              model={model}
              label={`${title} ${measure}`}
              chosen={[pathway, target].flatMap((node) => (node === null ? [] : [node.id]))}
              canChoose={canChoose}
              onChoose={choose}
              rowsOf={(at) => rowsOfFlow(model, shown, at)}
            />
          </Later>
        </FigureFrame>
      </div>
      <div class="span-12 flow-first">
        <Later height={640}>
          <FigureFrame
            id="flow-table"
            title={say(flowWords.tableTitle, lang)}
            measure={say(flowWords.tableMeasure, lang, { coverage })}
            table={table}
            notes={[say(flowWords.noteTable, lang)]}
          />
        </Later>
      </div>
    </div>
  );
}

export default function FlowPage() {
  const chosen = selection.value;
  const loaded = index.value;
  const flow = useDetail<FlowObject>(chosen === null ? null : `flow/${chosen.area}`);
  if (loaded.status !== 'ready' || chosen === null) return null;
  const noRows = (periods: FlowObject['periods']) => (
    <NoRows place={areaName(loaded.value, chosen.area)} period={chosen.period} tab="相談受付" periods={periods} />
  );
  if (flow.status === 'empty') return noRows({});
  return (
    <Settled of={flow}>
      {({ periods }) => {
        const told = periods[chosen.period];
        return told === undefined ? noRows(periods) : <Told flow={told} of={loaded.value} chosen={chosen} />;
      }}
    </Settled>
  );
}
