/** 会議 and 地域活動 of the fictional offices. */
import { type DateStyle, partsOf, typeDay } from '../day.ts';
import { createRandom, type Random } from '../random.ts';
import type { SampleCell, SampleTab } from '../workbook.ts';
import { dayOfText, monthsUntil, type OfficeOfMunicipality } from './case.ts';
import { typeArea } from './case-tab.ts';
import type { FictionalArea, OfficeKind } from './municipality.ts';

interface Habit {
  readonly dateStyle: DateStyle;
  readonly areaBy: 'code' | 'name';
}

type Month = ReturnType<typeof monthsUntil>[number];

/** 会議種別, and in which months of the year it is held. */
const meetingsOf: Readonly<Record<OfficeKind, readonly (readonly [string, readonly number[]])[]>> = {
  hall: [
    ['支援会議', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['重層的支援会議', [1, 3, 5, 7, 9, 11]],
    ['庁内連携会議', [5, 8, 11, 2]],
  ],
  council: [
    ['圏域会議', [6, 10, 2]],
    ['第2層協議体', [5, 7, 9, 11, 1, 3]],
  ],
  elderly: [['地域ケア会議', [4, 5, 6, 7, 9, 10, 11, 12, 2, 3]]],
  disability: [['個別ケース会議', [4, 6, 8, 10, 12, 2]]],
  poverty: [['支援調整会議', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]]],
  children: [['個別ケース会議', [5, 7, 9, 11, 1, 3]]],
  village: [
    ['つながる会議', [4, 6, 8, 10, 12, 2]],
    ['地域ケア会議', [5, 8, 11, 2]],
  ],
};

/** 活動種別 with its usual number of participants at one sitting. */
const activitiesOf: Readonly<Partial<Record<OfficeKind, readonly (readonly [string, number])[]>>> = {
  council: [
    ['サロン・居場所', 14],
    ['子ども食堂', 32],
    ['見守り活動', 9],
  ],
  children: [['学習支援', 11]],
  village: [
    ['サロン', 9],
    ['買い物支援', 6],
  ],
};

export function meetingTab(of: OfficeOfMunicipality, habit: Habit, options: { asOf: number; seed: number }): SampleTab {
  const random = createRandom(`${options.seed}/${of.municipality.digits}/${of.office.name}/meetings`);
  const rows: SampleCell[][] = [];
  for (const month of ownMonths(of, options.asOf)) {
    for (const [kind, months] of meetingsOf[of.office.kind]) {
      if (!months.includes(partsOf(month.from).month)) continue;
      const day = random.whole(month.from, month.until);
      const participants = random.whole(5, 18);
      rows.push([
        typeDay(day, habit.dateStyle),
        kind,
        kind === '圏域会議'
          ? typeArea(of, openAreas(of, day)[rows.length % openAreas(of, day).length]?.code ?? null, habit)
          : null,
        random.whole(0, 5),
        random.chance(0.03)
          ? `${participants}～${participants + 3}`
          : random.chance(0.05)
            ? `約${participants}名`
            : participants,
        random.whole(3, 9),
        null,
      ]);
    }
  }
  return {
    name: '会議',
    rows: [['開催日', '会議種別', '圏域', '検討件数', '参加者数', '参加機関数', '備考'], ...rows],
  };
}

/** One row a month, area and kind of activity; `null` for an office that runs none. */
export function activityTab(
  of: OfficeOfMunicipality,
  habit: Habit,
  options: { asOf: number; seed: number },
): SampleTab | null {
  const activities = activitiesOf[of.office.kind];
  if (activities === undefined) return null;
  const random = createRandom(`${options.seed}/${of.municipality.digits}/${of.office.name}/activities`);
  const rows: SampleCell[][] = [];
  for (const month of ownMonths(of, options.asOf)) {
    if (of.office.activitiesUntil !== undefined && month.key > of.office.activitiesUntil) continue;
    const areas = openAreas(of, month.until);
    for (const area of areas.length === 0 ? [null] : areas) {
      for (const [kind, usual] of activities) {
        if (random.chance(area !== null && area.share < 0.05 && kind !== 'サロン・居場所' ? 0.7 : 0.06)) continue;
        rows.push(activityRow({ of, area, kind, usual, month, random, habit }));
      }
    }
  }
  const header = ['開催日', '活動種別', '圏域', '対象', '回数', 'か所数', '参加者数', '担い手数', '備考'];
  return { name: '地域活動', rows: [header, ...rows] };
}

function activityRow({
  of,
  area,
  kind,
  usual,
  month,
  random,
  habit,
}: {
  readonly of: OfficeOfMunicipality;
  readonly area: FictionalArea | null;
  readonly kind: string;
  readonly usual: number;
  readonly month: Month;
  readonly random: Random;
  readonly habit: Habit;
}): SampleCell[] {
  const places = Math.max(
    1,
    Math.round(((area?.share ?? 0.3) * of.municipality.inhabitants) / 6000) + (partsOf(month.from).year - 2024),
  );
  const isSummer = partsOf(month.from).month === 8;
  const times = Math.max(1, places * (kind === '見守り活動' ? 4 : 1) - (isSummer ? 1 : 0));
  const participants = Math.round(times * usual * (0.75 + random.next() * 0.5));
  return [
    typeDay(month.until, habit.dateStyle),
    kind,
    typeArea(of, area?.code ?? null, habit),
    kind === '子ども食堂' ? '子ども' : kind === 'サロン' || kind === 'サロン・居場所' ? '高齢者' : null,
    times === 1 && random.chance(0.3) ? null : times,
    kind === '見守り活動' ? null : random.chance(0.02) ? `${places}ヶ所` : places,
    random.chance(0.02) ? `延べ${participants}` : participants,
    Math.max(1, Math.round(participants * 0.16)),
    null,
  ];
}

function ownMonths(of: OfficeOfMunicipality, asOf: number): readonly Month[] {
  return monthsUntil(asOf).filter(({ key }) => key >= (of.office.from ?? '') && key <= (of.office.until ?? '9999'));
}

/** The lowest areas that were valid on the day. */
function openAreas(of: OfficeOfMunicipality, day: number): readonly FictionalArea[] {
  return of.municipality.areas.filter(
    (area) => area.takesCases && (area.validUntil === undefined || day <= dayOfText(area.validUntil)),
  );
}
