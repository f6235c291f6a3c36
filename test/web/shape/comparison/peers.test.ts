/** Municipalities that are alike, and what they do differently. Everything here is 架空のデータ. */
import { describe, expect, test } from 'vitest';
import { shapeDifferences } from '../../../../web/src/shape/comparison/peer-differences.ts';
import { type PeerGroup, peerGroup, printPeers } from '../../../../web/src/shape/comparison/peer-group.ts';
import { shapePlace } from '../../../../web/src/shape/comparison/peer-place.ts';
import { shapeReasons } from '../../../../web/src/shape/comparison/peer-reasons.ts';
import { aTown, codeOf } from '../../../functions/publish/comparison/town-builder.ts';
import { compareTowns } from './compared-prefecture.ts';

/** Nine towns of 40,000 and a little more each, which all count 200; the own one counts 60 in as many inhabitants. */
const alike = Array.from({ length: 9 }, (_, at) =>
  aTown(codeOf(at + 10), {
    name: `並町${at}`,
    inhabitants: 41_000 + at * 1000,
    households: 16_000 + at * 500,
    cases: [200 + at],
  }),
);
const own = aTown(codeOf(1), { name: '自町', inhabitants: 40_000, households: 15_500, cases: [60] });
const far = aTown(codeOf(2), { name: '遠市', inhabitants: 400_000, cases: [2000] });
const { comparison, measure } = compareTowns([own, far, ...alike]);

function groupOf(chosen: string | null, code = codeOf(1)): PeerGroup {
  const group = peerGroup(comparison, { code, chosen });
  if (group === null) throw new Error('The town is compared');
  return group;
}
const namesOf = ({ peers }: PeerGroup) => peers.map(({ town }) => town.name);
const options = { period: 'FY2018', language: 'ja' } as const;

describe('who is alike', () => {
  test('the five most alike are found, with the reason and both values', () => {
    const group = groupOf(null);
    const { title, table } = shapeReasons(group, 'ja');
    expect(namesOf(group)).toEqual(['並町0', '並町1', '並町2', '並町3', '並町4']);
    expect(title).toMatch(/^自町に最も似ているのは並町0で、(人口|世帯数)が最も近い値です$/);
    expect(table.rows.slice(0, 2).map(({ label, cells: [inhabitants] }) => [label, inhabitants])).toEqual([
      ['自町（選んだ市町村）', { kind: 'figure', figure: { state: 'value', value: 40_000 }, decimals: 0 }],
      ['並町0', { kind: 'figure', figure: { state: 'value', value: 41_000 }, decimals: 0 }],
    ]);
  });

  test('others can be added and taken out, as the address says, and back again', () => {
    const without = printPeers(groupOf(null), { remove: codeOf(10) });
    expect(without).toBe([11, 12, 13, 14].map(codeOf).join(','));
    const added = printPeers(groupOf(without), { add: codeOf(2) });
    expect(namesOf(groupOf(added))).toEqual(['並町1', '並町2', '並町3', '並町4', '遠市']);
    const back = printPeers(groupOf(without), { add: codeOf(10) });
    expect(back).toBeNull();
    const last = printPeers(groupOf(codeOf(10)), { remove: codeOf(10) });
    expect(namesOf(groupOf(last))).toEqual([]);
    expect(groupOf('nowhere,992019').peers).toEqual([]);
  });

  test('nobody is alike to a municipality whose inhabitants are not known, but some may be chosen', () => {
    const unknown = compareTowns([...alike, aTown(codeOf(3), { name: '不明町', inhabitants: null })]).comparison;
    const group = peerGroup(unknown, { code: codeOf(3), chosen: null });
    expect(group?.others).toHaveLength(9);
    expect(group === null ? '' : shapeReasons(group, 'ja').title).toBe(
      '不明町は人口が登録されていないので、似た市町村を選べません。下から選んでください',
    );
  });
});

describe('what is done differently', () => {
  test('is said of the measure in which most peers stand on another side', () => {
    const { rows, title, table } = shapeDifferences(comparison, groupOf(null), options);
    expect(rows.map(({ measure: code, own: cell, differing, isMost }) => [code, cell, differing, isMost])).toEqual([
      ['R06', 'clearlyLow', 5, true],
    ]);
    expect(title).toBe('自町は、似た市町村の多くとちがい、人口10万対新規相談件数(月平均)が県の値より明らかに低いです');
    expect(table.rows[0]?.cells[0]).toEqual({ kind: 'text', text: '明らかに低い' });
  });

  test('nothing is said where nobody stands elsewhere', () => {
    const group = groupOf([11, 12].map(codeOf).join(','), codeOf(10));
    expect(shapeDifferences(comparison, group, options)).toMatchObject({
      rows: [],
      title: '並町0と似た市町村の多くとで、県の値からの外れ方が分かれる尺度はありません',
    });
  });
});

describe('the place among the peers', () => {
  test('is as published for those that were found, with their median', () => {
    const place = shapePlace(measure('R06'), groupOf(null), options);
    expect(place.title).toBe('人口10万対新規相談件数(月平均)：自町は12.5件で、比べられる5市町村のどれよりも低い値です');
    expect(place.median?.label).toMatch(/^似た市町村の中央値 \d+\.\d$/);
    expect(place.towns.at(-1)).toMatchObject({ name: '自町', isOwn: true, class: 'clearlyLow', text: '12.5' });
  });

  test('is counted among those chosen by hand, of whom no median is made', () => {
    const place = shapePlace(measure('R06'), groupOf([10, 2].map(codeOf).join(',')), options);
    expect(place.title).toContain('比べられる2市町村のどれよりも低い');
    expect(place.median).toBeNull();
  });

  test('the only municipality of a prefecture is beside nobody, and that is said', () => {
    const alone = compareTowns([own]);
    const group = peerGroup(alone.comparison, { code: codeOf(1), chosen: null });
    if (group === null) throw new Error('The town is compared');
    expect([
      shapeReasons(group, 'ja').title,
      shapeDifferences(alone.comparison, group, options).title,
      shapePlace(alone.measure('R06'), group, options).title,
    ]).toEqual([
      '自町と比べられる市町村が、県内にほかにありません',
      '自町と比べる市町村が選ばれていません',
      '人口10万対新規相談件数(月平均)：自町は12.5件です。比べられる市町村は選ばれていません',
    ]);
  });

  test('says why there is no value', () => {
    const place = shapePlace(measure('R02'), groupOf(null), options);
    expect(place.title).toBe('複合課題割合：自町の値はありません（未報告）');
    expect(place.towns.map(({ at }) => at)).toEqual([null, null, null, null, null, null]);
  });
});
