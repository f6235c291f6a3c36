/** Figures of workbooks, read as the dashboard reads them: through cuts and the rule for what was left out. */
import type { Day } from '#functions/domain/codes.ts';
import type { StoredFigure } from '#functions/domain/figure.ts';
import type { IngestedWorkbook } from '#functions/ingest/ingested.ts';
import { computeCuts } from '#functions/publish/compute-cuts.ts';
import { createMunicipality, type Municipality } from '#functions/publish/municipality.ts';
import { readFigure } from '#functions/publish/read-figure.ts';
import type { Cut } from '#functions/publish/release.ts';
import { aState, code, today } from './ingested-builder.ts';

export interface Reader {
  readonly municipality: Municipality;
  readonly cuts: ReadonlyMap<string, Cut>;
  /** A figure; 'all' and the root where nothing is said. */
  read(series: string, period: string, place?: { area?: string; pathway?: string; target?: string }): StoredFigure;
}

export function figuresOf(workbooks: readonly IngestedWorkbook[], runDay: Day = today): Reader {
  const municipality = createMunicipality(
    code('162051'),
    workbooks.map((ingested) => ({ ingested, state: aState(ingested, 'object') })),
    runDay,
  );
  // Cuts are computed one after the other, as far as they are asked for.
  const rest = computeCuts(municipality);
  const known = new Map<string, Cut>();
  const next = (): boolean => {
    const { value, done } = rest.next();
    if (done !== true) known.set(value.cut, value);
    return done !== true;
  };
  const cuts = {
    get(name: string): Cut | undefined {
      while (!known.has(name) && next());
      return known.get(name);
    },
  };
  return {
    municipality,
    get cuts() {
      while (next());
      return known;
    },
    read: (series, period, { area = '162051', pathway = 'all', target = 'all' } = {}) => {
      const name = pathway !== 'all' ? `division/${pathway}` : target !== 'all' ? `division/${target}` : 'division/all';
      const cut = cuts.get(name);
      const figure = cut === undefined ? 'n' : readFigure(cut, { series, area, pathway, target, period });
      const own = cuts.get(`area/${area}`);
      const isSingle = pathway === 'all' || target === 'all';
      // The same figure is the same in every cut that has it.
      if (own !== undefined && isSingle && !series.endsWith('Share') && series !== 'share') {
        const same = readFigure(own, { series, area, pathway, target, period });
        if (same !== figure && !series.startsWith('Q'))
          throw new Error(`${series} ${period} ${name}: ${figure}, but ${same} in area/${area}`);
      }
      return series === 'share' && own !== undefined && isSingle
        ? readFigure(own, { series, area, pathway, target, period })
        : figure;
    },
  };
}
