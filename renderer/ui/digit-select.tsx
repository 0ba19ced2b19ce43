import { Combobox, InputBase, useCombobox } from '@mantine/core';
import type { ListItem } from '../../shared/regulation/list-item.ts';
import { FieldLabel } from './field.tsx';
import classes from './digit-select.module.css';
import { useListText } from './texts.ts';

/**
 * A closed list of the regulation: opened by click, Enter or arrow; an item is chosen by its digit, also while the list is closed.
 * Delete takes the choice back.
 */
export function DigitSelect(props: {
  id: string;
  label: string;
  placeholder: string;
  items: readonly ListItem[];
  value: string | null;
  onPick: (id: string | null) => void;
  missing?: string | null;
  /** Shows the clause before the item's words. */
  withClause?: boolean;
}) {
  const listText = useListText();
  const combobox = useCombobox({ onDropdownOpen: () => combobox.updateSelectedOptionIndex('active') });
  const chosen = props.items.find(({ id }) => id === props.value);
  const words = (item: ListItem): string =>
    props.withClause && item.clause !== null ? `${item.clause} ${listText(item.text)}` : listText(item.text);
  const pick = (id: string | null) => {
    props.onPick(id);
    combobox.closeDropdown();
  };
  const onKey = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const item = props.items.find(({ digit }) => digit !== undefined && digit === event.key);
    if (item) pick(item.id);
    else if (event.key === 'Delete' || event.key === 'Backspace') pick(null);
    else return;
    event.preventDefault();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick} width="max-content" position="bottom-end">
      <Combobox.Target targetType="button" withExpandedAttribute>
        <InputBase
          id={props.id}
          component="button"
          type="button"
          role="combobox"
          pointer
          aria-label={props.label}
          label={<FieldLabel label={props.label} missing={props.missing ?? null} />}
          classNames={props.missing ? { input: classes.missing ?? '' } : {}}
          title={chosen && words(chosen)}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onClick={() => combobox.toggleDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={onKey}
        >
          <span className={chosen ? classes.value : classes.placeholder}>
            {chosen ? words(chosen) : props.placeholder}
          </span>
        </InputBase>
      </Combobox.Target>
      <Combobox.Dropdown className={classes.dropdown}>
        <Combobox.Options className={classes.options} aria-label={props.label}>
          {props.items.map((item) => (
            <Combobox.Option key={item.id} value={item.id} active={item.id === props.value} className={classes.option}>
              <span className="num dimmer" aria-hidden>
                {item.digit}
              </span>
              <span>{words(item)}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
