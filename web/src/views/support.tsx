/** 支援・会議・地域活動: what was done, how often a case is acted on, and whether it goes on. */
import { useMemo } from 'preact/hooks';
import type { SupportObject } from '#functions/publish/detail.ts';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { supportWords } from '#sheets-schema/vocabulary/words/support.ts';
import { useCut, useDetail } from '../loaders.ts';
import { FigureFrame } from '../parts/figure/figure-frame.tsx';
import { SourceLine } from '../parts/figure/source-line.tsx';
import { NoRows } from '../parts/flow/no-rows.tsx';
import { Later } from '../parts/frame/later.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Empty, Settled } from '../parts/frame/states.tsx';
import { SupportDetails } from '../parts/support/support-details.tsx';
import { SupportKeyTable } from '../parts/support/support-key-table.tsx';
import { SupportTrend } from '../parts/support/support-trend.tsx';
import { formatPeriod } from '../shape/figures/format.ts';
import { sayNotFiltered } from '../shape/flow/coverage.ts';
import { say } from '../shape/say.ts';
import { areaName, overviewCutFor, type Selection } from '../shape/selection.ts';
import { describeShown } from '../shape/shown.ts';
import {
  hasSupport,
  supportKey,
  supportKeyFinding,
  supportKeyNotes,
  supportKeyTable,
} from '../shape/support/support-key.ts';
import { index, language, selection } from '../signals.ts';
import '../styles/targets.css';
import '../styles/support.css';

function Drawn({ of, cut, chosen }: { of: OfficeIndex; cut: Cut; chosen: Selection }) {
  const lang = language.value;
  const place = useMemo(() => ({ index: of, cut, selection: chosen }), [of, cut, chosen]);
  const groups = useMemo(() => supportKey(place, lang), [place, lang]);
  const title = supportKeyFinding(place, groups, lang);
  const measure = say(supportWords.keyMeasure, lang, {
    place: areaName(of, chosen.area),
    period: formatPeriod(chosen.period, lang),
  });
  if (!hasSupport(groups)) return <Empty text={say(supportWords.none, lang)} />;
  return (
    <div class="columns">
      <div class="span-7">
        <FigureFrame
          id="key"
          title={title}
          measure={measure}
          table={supportKeyTable(groups, `${title} ${measure}`, lang)}
          notes={supportKeyNotes(place, lang)}
          isSourceElsewhere
        >
          <SupportKeyTable groups={groups} caption={`${title} ${measure}`} />
        </FigureFrame>
      </div>
      <div class="span-5">
        <Later height={500} isOnScreen>
          <SupportTrend of={of} cut={cut} chosen={chosen} />
        </Later>
      </div>
      <Details of={of} chosen={chosen} />
      <div class="span-12">
        <SourceLine />
      </div>
    </div>
  );
}

/** What the rows tell; where there are none, that is said once for all of them. */
function Details({ of, chosen }: { of: OfficeIndex; chosen: Selection }) {
  const lang = language.value;
  const place = areaName(of, chosen.area);
  const detail = useDetail<SupportObject>(`support/${chosen.area}`);
  const periods = detail.status === 'ready' ? detail.value.periods : {};
  const told = periods[chosen.period];
  if (detail.status === 'loading' || detail.status === 'failed') return <Settled of={detail}>{() => null}</Settled>;
  if (told === undefined)
    return (
      <div class="span-12">
        <NoRows place={place} period={chosen.period} tab={say(supportWords.tabAll, lang)} periods={periods} />
      </div>
    );
  return (
    <SupportDetails
      area={chosen.area}
      told={told}
      of={of}
      place={place}
      period={chosen.period}
      notes={sayNotFiltered(chosen, { place, language: lang })}
    />
  );
}

export default function SupportView() {
  const lang = language.value;
  const chosen = selection.value;
  const loaded = index.value;
  const cut = useCut(
    chosen === null || loaded.status !== 'ready' ? null : overviewCutFor(chosen, loaded.value),
    chosen?.area,
  );
  if (loaded.status !== 'ready' || chosen === null) return null;
  return (
    <>
      <PageHead page={pageWords.support} shown={describeShown(loaded.value, chosen, lang)} />
      <Settled of={cut}>{(value) => <Drawn of={loaded.value} cut={value} chosen={chosen} />}</Settled>
    </>
  );
}
