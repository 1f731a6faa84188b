import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { iconStroke } from './icon.ts';
import styles from './choices-menu.module.css';

interface ChoicesProps<Value extends string | number> {
  readonly title: string;
  readonly values: readonly Value[];
  readonly chosen: readonly Value[];
  readonly words: (value: Value) => string;
  readonly onToggle: (value: Value) => void;
  /** Only one may be chosen: the menu closes with the choice. */
  readonly single?: boolean;
}

/** A branch of a filter menu: the values of one condition, those that are chosen ticked. */
export function Choices<Value extends string | number>(props: ChoicesProps<Value>) {
  const { title, values, chosen, words, onToggle, single = false } = props;
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item>{title}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown className={styles.choices}>
        {values.map((value) => (
          <Choice
            key={value}
            chosen={chosen.includes(value)}
            keepOpen={!single}
            onClick={() => onToggle(value)}
          >
            {words(value)}
          </Choice>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

interface ChoiceProps {
  readonly chosen: boolean;
  readonly keepOpen?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** One line of a filter menu that is on or off. */
export function Choice({ chosen, keepOpen = false, onClick, children }: ChoiceProps) {
  return (
    <Menu.CheckboxItem
      checked={chosen}
      checkIcon={<IconCheck size={14} stroke={iconStroke} aria-hidden />}
      closeMenuOnClick={!keepOpen}
      onChange={onClick}
    >
      {children}
    </Menu.CheckboxItem>
  );
}
