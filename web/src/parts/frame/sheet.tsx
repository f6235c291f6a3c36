/** A sheet over the page for narrow screens: Esc and 「閉じる」 close it, and the focus returns to what opened it. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';

export function Sheet(props: {
  readonly isOpen: boolean;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (props.isOpen && !element.open) element.showModal();
    if (!props.isOpen && element.open) element.close();
  }, [props.isOpen]);
  return (
    <dialog ref={dialog} class="sheet" aria-label={props.label} onClose={props.onClose}>
      {props.isOpen && (
        <>
          <div class="sheet-head">
            <h2>{props.label}</h2>
            <button type="button" class="button" onClick={props.onClose}>
              {say(frameWords.close, language.value)}
            </button>
          </div>
          {props.children}
        </>
      )}
    </dialog>
  );
}
