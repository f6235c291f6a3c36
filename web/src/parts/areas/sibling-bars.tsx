/** Sibling areas as bars from 0, with a dashed line at the value of the whole; each name leads to its area. */

import type { SiblingBars } from '../../shape/areas/area-siblings.ts';
import { formatFigure } from '../../shape/figures/format.ts';
import { language } from '../../signals.ts';
import { FigureText } from '../figure/figure-text.tsx';
import { ViewLink } from '../frame/view-link.tsx';

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

export function SiblingList({ of }: { of: SiblingBars }) {
  const lang = language.value;
  return (
    <>
      {of.whole !== null && (
        <p class="sibling-whole">
          <span class="sibling-line-key" aria-hidden="true" />
          {of.whole.name} <strong>{formatFigure(of.whole.figure, of.decimals, lang)}</strong>
        </p>
      )}
      <ul class="siblings">
        {of.bars.map((bar) => (
          <li key={bar.code} data-area={bar.code} class={bar.isShown ? 'is-shown' : undefined}>
            <span class="sibling-name">
              {bar.isShown ? (
                <strong>{bar.name}</strong>
              ) : (
                <ViewLink to={{ area: bar.code, division: null }}>{bar.name}</ViewLink>
              )}
            </span>
            <svg class="sibling-bar" height="24" aria-hidden="true">
              {bar.length !== null && (
                <rect
                  class={bar.isShown ? 'share-fill' : 'share-fill quiet'}
                  x="0"
                  y="4"
                  width={percent(bar.length)}
                  height="16"
                />
              )}
              {of.whole !== null && (
                <line class="sibling-line" x1={percent(of.whole.length)} x2={percent(of.whole.length)} y1="0" y2="24" />
              )}
            </svg>
            <span class="sibling-value">
              <FigureText figure={bar.figure} decimals={of.decimals} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
