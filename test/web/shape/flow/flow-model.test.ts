/** 経路 → 対象 → つなぎ先: cases stay cases, what is folded says so, and every band has its sentence. */
import { describe, expect, test } from 'vitest';
import type { FlowPeriod } from '#functions/publish/detail.ts';
import { layOutFlow } from '../../../../web/src/charts/flow-layout.ts';
import { nearestPeriod, sayCoverage, sayNotFiltered, sayRowCoverage } from '../../../../web/src/shape/flow/coverage.ts';
import { flowFinding, flowModel, handoversOfPathway, nodeOfCode } from '../../../../web/src/shape/flow/flow-model.ts';
import { sentenceOf, stepFrom } from '../../../../web/src/shape/flow/flow-steps.ts';
import { flowTable } from '../../../../web/src/shape/flow/flow-table.ts';
import { aCrowdedFlow, aFlow, aSupport } from '../../fixtures/details.ts';

const model = flowModel(aFlow(), 'ja');
const texts = (column: number, of = model) =>
  of.nodes.filter((node) => node.column === column).map(({ name, count }) => `${name} ${count}`);

describe('the nodes', () => {
  test('every column counts cases, with 「ここで対応」 last', () => {
    expect(texts(0)).toEqual(['本人 6件', '地域 9件', '行政 5件']);
    expect(texts(1)).toEqual(['高齢者 12件', '生活困窮 9件']);
    expect(texts(2)).toEqual(['専門機関 6件', '行政 4件', 'ここで対応 11件']);
  });

  test('where the cases of a pathway were handed on is said as cases; an earlier release does not count it', () => {
    expect(handoversOfPathway(aFlow(), 'P04', 'ja')).toBe('専門機関 4件、行政 2件、ここで対応 4件');
    const { handovers: _, ...older } = aFlow();
    expect(handoversOfPathway(older as FlowPeriod, 'P04', 'ja')).toBeNull();
    expect(texts(2, flowModel(older as FlowPeriod, 'ja'))).toEqual([
      '専門機関 延べ7件',
      '行政 延べ4件',
      'ここで対応 延べ11件',
    ]);
  });

  test('what the rows of 支援記録 leave out of 延支援回数 is said, and only then', () => {
    const part = aSupport({ coverage: { ...aSupport().coverage, actions: { told: 71, of: 90 } } });
    expect(sayRowCoverage(part, 'N02', 'ja')).toEqual([
      '延支援回数は90回の報告があり、この内訳は1件ごとの記録がある71回のものです。',
    ]);
    expect([sayRowCoverage(part, 'N09', 'ja'), sayRowCoverage(aSupport(), 'N02', 'ja')]).toEqual([[], []]);
  });

  test('of more than eight in a column the least are folded, and say that they may count a case twice', () => {
    const crowded = flowModel(aCrowdedFlow(), 'ja');
    expect(texts(1, crowded)).toHaveLength(8);
    expect(texts(1, crowded).at(-1)).toBe('その他の対象 延べ36件');
    expect(crowded.nodes.find(({ code }) => code === 'rest')?.members).toEqual(['外国人', '更生保護', 'DV・虐待被害']);
  });

  test('what stays here is never folded, and stands last', () => {
    const handovers = ['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08', 'P99', 'stays'];
    const counted = handovers.map((code, at) => [code, 10 - at] as const);
    const many = flowModel(
      aFlow({ handovers: counted, targetHandovers: counted.map(([code, cases]) => ['T01', code, cases]) }),
      'ja',
    );
    expect(texts(2, many).slice(-2)).toEqual(['その他のつなぎ先 延べ9件', 'ここで対応 1件']);
    expect(texts(2, many)).toHaveLength(8);
  });

  test('a chosen code is found where it stands: second levels in their first, small ones in the rest', () => {
    const crowded = flowModel(aCrowdedFlow(), 'ja');
    expect(nodeOfCode(crowded, 1, 'T0203')?.name).toBe('障害者');
    expect(nodeOfCode(crowded, 1, 'T10')?.name).toBe('その他の対象');
    expect(nodeOfCode(crowded, 0, 'P06')).toBeNull();
  });
});

describe('the sentences', () => {
  test('the finding says where most are handed on and where most stay', () => {
    expect(flowFinding(aFlow(), 'ja')).toBe(
      '最も多いつなぎは高齢者から専門機関への5件、ここで対応が最も多いのは高齢者の7件です',
    );
  });

  test('where nobody was handed on, the finding says that', () => {
    expect(flowFinding(aFlow({ targetHandovers: [['T05', 'stays', 9]] }), 'ja')).toBe(
      'つなぎ先のある相談はありません。ここで対応が最も多いのは生活困窮の9件です',
    );
  });

  test('unknown targets and その他 are no finding', () => {
    const flow = aFlow({
      targetHandovers: [
        ['T11', 'P05', 90],
        ['T99', 'stays', 90],
        ['T01', 'P05', 1],
        ['T01', 'stays', 2],
      ],
    });
    expect(flowFinding(flow, 'en')).toBe(
      'Most hand-overs: older people to specialised agency (1); most kept here: older people (2)',
    );
  });

  test('every band and every name is a whole sentence', () => {
    expect(sentenceOf(model, { node: '0|P04' })).toBe('経路「地域」から来た相談は9件です。');
    expect(sentenceOf(model, { from: '0|P04', to: '1|T05' })).toBe('「地域」から来た「生活困窮」の相談は4件です。');
    expect(sentenceOf(model, { from: '1|T05', to: '2|stays' })).toBe(
      '「生活困窮」の相談でつなぎ先がなく、ここで対応したのは4件です。',
    );
  });
});

describe('the arrow keys', () => {
  test('go down a column, along a band to its end, through the bands of a node, and stop at the ends', () => {
    const first = stepFrom(model, null, 'ArrowDown');
    const second = stepFrom(model, first, 'ArrowDown');
    const band = stepFrom(model, second, 'ArrowRight');
    const nextBand = stepFrom(model, band, 'ArrowDown');
    const target = stepFrom(model, nextBand, 'ArrowRight');
    expect([first, second, band, nextBand, target]).toEqual([
      { node: '0|P01' },
      { node: '0|P04' },
      { from: '0|P04', to: '1|T01' },
      { from: '0|P04', to: '1|T05' },
      { node: '1|T05' },
    ]);
    expect(stepFrom(model, first, 'ArrowLeft')).toEqual(first);
    expect(stepFrom(model, first, 'ArrowUp')).toEqual(first);
  });
});

describe('the drawing', () => {
  test('stands in three columns inside its box, and bands leave a node as tall as they are', () => {
    const { nodes, links } = layOutFlow(model, { width: 900, height: 500, top: 30, margin: 100 });
    expect(new Set(nodes.map(({ column, left }) => `${column}:${left}`))).toEqual(new Set(['0:100', '1:443', '2:786']));
    expect(nodes.every(({ top, height }) => top >= 29.9 && top + height <= 500)).toBe(true);
    expect(links).toHaveLength(model.links.length);
  });

  test('of nothing there is nothing to lay out', () => {
    const empty = flowModel(aFlow({ pathways: [], targets: [], pathwayTargets: [], targetHandovers: [] }), 'ja');
    expect(layOutFlow(empty, { width: 900, height: 500, top: 30, margin: 100 })).toEqual({ nodes: [], links: [] });
  });
});

describe('the table twin', () => {
  test('has nothing folded, and its last row counts each case once', () => {
    const { groups, columns, rows } = flowTable(aFlow(), 'x', { language: 'ja' });
    expect(groups?.map(({ span }) => span)).toEqual([3, 1, 3]);
    expect(columns.map(({ label }) => label)).toEqual([
      '本人',
      '地域',
      '行政',
      '件数',
      '専門機関',
      '行政',
      'ここで対応',
    ]);
    const printed = rows.map(({ label, cells }) => [
      label,
      ...cells.map((cell) => (cell.kind === 'figure' && 'value' in cell.figure ? cell.figure.value : null)),
    ]);
    expect(printed).toEqual([
      ['高齢者', 4, 6, 2, 12, 5, 0, 7],
      ['生活困窮', 2, 4, 3, 9, 2, 4, 4],
      ['相談全体', 6, 9, 5, 20, 6, 4, 11],
    ]);
  });
});

describe('what the rows tell', () => {
  test('how many of the consultations have rows is said', () => {
    expect(sayCoverage(aFlow(), 'ja')).toBe('相談受付の20件');
    expect(sayCoverage(aCrowdedFlow(), 'ja')).toBe('新規相談160件のうち、1件ごとの記録がある155件');
  });

  test('from a period without rows, the nearest fiscal year before with some is offered', () => {
    const periods = { FY2022: 1, FY2023: 1, FY2025: 1, '2025-04': 1 };
    expect([nearestPeriod(periods, 'FY2024'), nearestPeriod(periods, '2021-05'), nearestPeriod({}, 'FY2024')]).toEqual([
      'FY2023',
      'FY2025',
      null,
    ]);
  });

  test('filters that it cannot follow are said, others not', () => {
    const said = sayNotFiltered({ pathway: 'P04', target: 'all' }, { place: '藤ヶ浦市', language: 'ja' });
    expect(said).toEqual(['この図は経路で絞り込めません。藤ヶ浦市のすべての相談を表示しています。']);
    expect(sayNotFiltered({ pathway: 'all', target: 'all' }, { place: '藤ヶ浦市', language: 'ja' })).toEqual([]);
  });
});
