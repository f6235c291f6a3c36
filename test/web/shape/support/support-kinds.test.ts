/** 支援・会議・地域活動 by kind: most frequent first, その他 and 記入なし last, places are a stock. */
import { describe, expect, test } from 'vitest';
import { crossFinding, crossModel } from '../../../../web/src/shape/support/support-cross.ts';
import {
  activityKindShape,
  kindTable,
  meetingKindShape,
  methodKinds,
  programmeKinds,
} from '../../../../web/src/shape/support/support-kinds.ts';
import { perCaseBars, perCaseTable, perCaseWords } from '../../../../web/src/shape/support/support-per-case.ts';
import { aSupport } from '../../fixtures/details.ts';

const { actions, perCase, meetings, activities } = aSupport();
if (actions === null || perCase === null || meetings === null || activities === null) throw new Error('all are given');

describe('by kind', () => {
  test('methods stand most frequent first; その他 stands last and is no finding, however many it has', () => {
    const shape = methodKinds(actions, 'ja');
    expect(shape.rows.map(({ name }) => name)).toEqual(['訪問', '電話・メール', 'その他']);
    expect(shape.title).toBe('支援方法は訪問が最も多く、55回です');
    expect(shape.rows.map(({ length }) => length)).toEqual([55 / 70, 40 / 70, 1]);
  });

  test('a programme that was not typed is 記入なし, last', () => {
    expect(programmeKinds(actions, 'ja').rows.map(({ name }) => name)).toEqual([
      '包括的相談支援',
      'アウトリーチ等継続的支援',
      '記入なし',
    ]);
  });

  test('the kind with most meetings need not be the one with most cases discussed', () => {
    expect(meetingKindShape(meetings, 'ja').title).toBe(
      '会議は地域ケア会議が最も多く4回、検討したケースが最も多いのは支援会議の9件です',
    );
  });

  test('places that were not reported are a state, never 0', () => {
    const { rows } = kindTable(activityKindShape(activities, 'ja'), 'x');
    expect(rows.map(({ label, cells }) => [label, cells.at(-1)])).toEqual([
      ['見守り活動', { kind: 'figure', figure: { state: 'unreported' }, decimals: 0 }],
      ['サロン・居場所', { kind: 'figure', figure: { state: 'value', value: 4 }, decimals: 0 }],
    ]);
  });

  test('methods within programmes: 記入なし is no finding', () => {
    expect(crossFinding(actions, 'ja')).toBe('最も多い組み合わせは電話・メール・包括的相談支援の40回です');
    expect(crossModel(actions, 'ja').rows.map(({ cells }) => cells.map((cell) => cell?.count ?? null))).toEqual([
      [40, 0, 0],
      [20, 15, 20],
      [0, 0, 70],
    ]);
  });
});

describe('actions per consultation', () => {
  test('the median lies in its class, and halves are printed with one decimal', () => {
    const bars = perCaseBars(perCase, 'ja');
    expect(bars.map(({ name, hasMedian }) => [name, hasMedian])).toEqual([
      ['0回', false],
      ['1回', false],
      ['2〜3回', true],
      ['4回以上', false],
    ]);
    const { title, measure } = perCaseWords(perCase, 'ja');
    expect(title).toBe('支援は1件あたり平均8.3回、真ん中の相談で2.5回です');
    expect(measure).toBe('この期間に受け付けた相談（20件）の、これまでの支援の回数。半分の相談は1〜4回');
  });

  test('the table ends with quartiles and mean', () => {
    const { rows } = perCaseTable(perCase, { caption: 'x', language: 'ja' });
    expect(rows.slice(-2).map(({ label, cells }) => [label, ...cells])).toEqual([
      ['四分位（25%・50%・75%）', { kind: 'text', text: '1・2.5・4回' }],
      ['平均', { kind: 'text', text: '8.3回' }],
    ]);
  });
});
