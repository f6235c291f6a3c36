/** A row of two to five choices, one of which holds (大分類 | 小分類). */

export interface Choice {
  readonly key: string;
  readonly label: string;
}

/** `label` names the row and stands before it. */
export function ChoiceSwitch(props: {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}) {
  return (
    <fieldset class="choice-switch">
      <legend class={props.isLabelHidden === true ? 'visually-hidden' : undefined}>{props.label}</legend>
      <div class="choices">
        {props.choices.map(({ key, label }) => (
          <button
            key={key}
            type="button"
            aria-pressed={key === props.chosen}
            onClick={() => {
              if (key !== props.chosen) props.onChoose(key);
            }}
          >
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
