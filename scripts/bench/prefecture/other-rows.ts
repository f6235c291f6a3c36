/** Rows of 会議, 地域活動 and 成果目標 of one municipality of the measured prefecture. */
import { activityKinds, meetingKinds } from '#sheets-schema/vocabulary/codes.ts';
import { createRandom } from '../../sample/random.ts';
import { day, lowestAreas, monthsOf, type Place, type Years } from './case-rows.ts';

type Rows = readonly (readonly string[])[];

export function typeMeetings(place: Place, years: Years, until: Date): Rows {
  const random = createRandom(`bench/${place.code}/meetings`);
  const rows = monthsOf(years, until).map(([year, month], at) => [
    day(year, month, random.whole(1, 28)),
    meetingKinds.codes[at % meetingKinds.codes.length]?.ja ?? '',
    ...[random.whole(0, 5), random.whole(5, 18), random.whole(3, 9)].map(String),
  ]);
  return [['開催日', '会議種別', '検討件数', '参加者数', '参加機関数'], ...rows];
}

export function typeActivities(place: Place, years: Years, until: Date): Rows {
  const random = createRandom(`bench/${place.code}/activities`);
  const areas = lowestAreas(place);
  const rows = monthsOf(years, until).flatMap(([year, month], at) =>
    areas.map((area, turn) => [
      day(year, month, 28),
      activityKinds.codes[(at + turn) % activityKinds.codes.length]?.ja ?? '',
      area,
      ...[random.whole(1, 4), random.whole(1, 3), random.whole(8, 40), random.whole(1, 6)].map(String),
    ]),
  );
  return [['開催日', '活動種別', '圏域', '回数', 'か所数', '参加者数', '担い手数'], ...rows];
}

/** Two goals a year that can be compared with their results. */
export function typeGoals(place: Place, { first, last }: Years): Rows {
  const goals = Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((year) => [
    [`${year}年度`, '包括的相談支援', '新規相談件数', '件', String(place.casesEachMonth * 12), '以上'],
    [`${year}年度`, '包括的相談支援', '地域経由割合', '%', '25', '以上'],
  ]);
  return [['年度', '事業', '指標', '単位', '目標値', '方向'], ...goals];
}
