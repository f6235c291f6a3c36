/** A link to another view; a plain click stays on the page, any other opens as the browser would. */
import type { ComponentChildren } from 'preact';
import { addressOf, navigate } from '../../signals.ts';
import type { ViewState } from '../../view-state.ts';

export function ViewLink({ to, children }: { to: Partial<ViewState>; children: ComponentChildren }) {
  return (
    <a
      class="view-link"
      href={addressOf(to)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        navigate(to);
        if (to.view !== undefined) scrollTo(0, 0);
      }}
    >
      {children}
    </a>
  );
}
