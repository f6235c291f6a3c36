/** A choice among many as a native select, in the look of the header's filters. */

export interface SelectOption {
  readonly key: string;
  readonly label: string;
}

/** `id` is unique on the page. Options may stand in groups with a name. */
export function ChoiceSelect(props: {
  readonly id: string;
  readonly label: string;
  readonly options: readonly SelectOption[];
  readonly groups?: readonly { readonly label: string; readonly options: readonly SelectOption[] }[];
  readonly chosen: string;
  readonly isSet?: boolean;
  readonly onChoose: (key: string) => void;
}) {
  const { id, label, options, groups = [], chosen, isSet = false, onChoose } = props;
  const draw = ({ key, label: text }: SelectOption) => (
    <option key={key} value={key}>
      {text}
    </option>
  );
  return (
    <div class={`filter${isSet ? ' filter-set' : ''}`}>
      <label for={id}>{label}</label>
      <select id={id} value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(draw)}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map(draw)}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
