/** A cell that becomes a list of choices, which narrows as one types. Enter takes the marked one, Escape none. */
import { Popover } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { cellText, mayBeEmpty, optionsLike } from '#shared/domain/cell-value.ts';
import type { CellOption, CellType, CellValue } from '#shared/domain/cell-value.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { EditMove } from './inline-edit.tsx';
import { onKeys } from './use-shortcuts.ts';
import edit from './inline-edit.module.css';
import styles from './choice-edit.module.css';

type ChoiceEditProps = {
  readonly label: string;
  readonly type: Extract<CellType, { readonly kind: 'choice' | 'entityType' }>;
  readonly value: CellValue;
  readonly typed?: string;
  readonly onSave: (value: CellValue, move: EditMove) => void;
  readonly onCancel: () => void;
};

export function ChoiceEdit(props: ChoiceEditProps) {
  const { label } = props;
  const t = useT();
  const id = useId();
  const { text, type, options, marked, mark, keys, take, cancel } = useChoice(props);
  const optionId = (index: number): string => `${id}-${index}`;
  return (
    <Popover
      opened
      position="bottom-start"
      offset={4}
      shadow="md"
      withRoles={false}
      trapFocus={false}
      returnFocus={false}
    >
      <Popover.Target>
        <span className={edit.edit}>
          <input
            role="combobox"
            aria-label={label}
            aria-expanded
            aria-controls={id}
            aria-autocomplete="list"
            aria-activedescendant={options[marked] && optionId(marked)}
            autoComplete="off"
            value={text}
            autoFocus
            onFocus={(event) => {
              if (props.typed === undefined) event.currentTarget.select();
            }}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={(event) => {
              keys(event);
              event.stopPropagation();
            }}
            onBlur={cancel}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown className={styles.list} role="presentation">
        <div id={id} role="listbox" aria-label={label}>
          {options.map((option, index) => (
            <div
              key={option.value}
              id={optionId(index)}
              role="option"
              aria-selected={index === marked}
              className={styles.option}
              ref={(element) => {
                if (index === marked) element?.scrollIntoView({ block: 'nearest' });
              }}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => mark(index)}
              onClick={(event) => {
                event.stopPropagation();
                take(index, 'stay');
              }}
            >
              {option.label}
            </div>
          ))}
        </div>
        {options.length === 0 && (
          <p className={styles.none} role="status">
            {t('components.cell.noOption')}
          </p>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Stands for nothing in a list that may be left empty. */
const nothing = '';

function useChoice({ type, value, typed, onSave, onCancel }: ChoiceEditProps) {
  const t = useT();
  const initial = cellText(type, value);
  const all: readonly CellOption[] = mayBeEmpty(type)
    ? [{ value: nothing, label: t('components.cell.nothing') }, ...type.options]
    : type.options;
  const [text, setText] = useState(typed ?? initial);
  const options = text === initial ? all : optionsLike(all, text);
  const stands = (among: readonly CellOption[]): number =>
    Math.max(
      0,
      among.findIndex((option) => option.value === (value ?? nothing)),
    );
  const [marked, mark] = useState(() => (typed === undefined ? stands(all) : 0));
  const left = useRef(false);
  const leave = (decision: () => void): void => {
    if (left.current) return;
    left.current = true;
    decision();
  };
  const take = (index: number, move: EditMove): void => {
    const option = options[index];
    if (option !== undefined) leave(() => onSave(option.value === nothing ? null : option.value, move));
  };
  const cancel = (): void => leave(onCancel);
  const step = (by: number) => (): void => mark(Math.max(0, Math.min(options.length - 1, marked + by)));
  const keys = onKeys({
    arrowdown: step(1),
    arrowup: step(-1),
    enter: () => take(marked, 'down'),
    'shift+enter': () => take(marked, 'up'),
    tab: () => take(marked, 'right'),
    'shift+tab': () => take(marked, 'left'),
    escape: cancel,
  });
  return {
    ...{ text, options, marked, mark, keys, take, cancel },
    type: (next: string): void => {
      setText(next);
      mark(next === initial ? stands(all) : 0);
    },
  };
}
