/** 「持ち出す」 for a table that stands on a page without a frame of its own; its caption is its title. */
import { useContext } from 'preact/hooks';
import type { TableModel } from '../../shape/table-model.ts';
import { InFrame } from './in-frame.ts';
import { TakeAlong } from './take-along.tsx';

export function TableControls({ model }: { model: TableModel }) {
  if (useContext(InFrame)) return null;
  return (
    <div class="figure-controls figure-controls-alone">
      <TakeAlong figure={{ id: '', name: model.caption, title: model.caption, measure: '', table: model }} />
    </div>
  );
}
