/** One fact a line, changed where it stands: text in its place, choices from a menu, dates and long text in a card. */
import { Button, Menu, Popover, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Check } from './check-line.tsx';
import { CheckLine } from './check-line.tsx';
import { DateField } from './date-field.tsx';
import { Field } from './field.tsx';
import { iconStroke } from './icon.ts';
import { InlineEdit } from './inline-edit.tsx';
import { readTypedDate } from './read-typed-date.ts';
import { useEscape } from './use-layer.ts';
import { onKeys } from './use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { orNull } from './changed-fields.ts';
import styles from './facts.module.css';

interface FactLineProps {
  readonly label: string;
  /** The fact's name, by which an address leads to it. */
  readonly place?: string | undefined;
  readonly check?: Check | undefined;
  readonly children: ReactNode;
}

/** What is right stands beside the value, what is wrong gets a line of its own. */
export function FactLine({ label, place, check, children }: FactLineProps) {
  const isRight = check?.tone === 'success' || check?.tone === 'info';
  return (
    <div className={styles.fact} data-place={place === undefined ? undefined : `fact.${place}`}>
      <dt>{label}</dt>
      <dd>
        <span className={styles.known}>
          <span className={styles.value}>{children}</span>
          {check && isRight && <CheckLine check={check} />}
        </span>
        {check && !isRight && <CheckLine check={check} />}
      </dd>
    </div>
  );
}

const shownOr = (value: string | null): ReactNode => value ?? <span className="cf-ink-3">—</span>;

interface TextFactProps {
  readonly label: string;
  readonly place?: string;
  readonly value: string | null;
  /** When it is not the text that is edited. */
  readonly shown?: string | null;
  readonly mono?: boolean;
  readonly check?: Check | undefined;
  readonly preview?: (text: string) => { readonly note?: ReactNode; readonly fault?: ReactNode };
  readonly onSave: (value: string | null) => void;
}

export function TextFact(props: TextFactProps) {
  const { label, place, value, shown = value, mono = false, check, preview, onSave } = props;
  const t = useT();
  // What was shown when the writing began is what the save starts from, whatever is written elsewhere meanwhile.
  const [opened, setOpened] = useState<Pick<TextFactProps, 'value' | 'onSave'> | null>(null);
  const save = (text: string): void => {
    setOpened(null);
    if (orNull(text) !== opened?.value) opened?.onSave(orNull(text));
  };
  return (
    <FactLine label={label} place={place} check={opened === null ? check : undefined}>
      {opened !== null ? (
        <span className={styles.editor}>
          <InlineEdit
            label={t('components.edit.label', { field: label })}
            initial={opened.value ?? ''}
            mono={mono}
            {...(preview && { preview })}
            onSave={save}
            onCancel={() => setOpened(null)}
          />
        </span>
      ) : (
        <button
          type="button"
          className={`${styles.edit} ${mono && shown !== null && shown !== '' ? 'cf-mono' : ''}`}
          title={shown ?? t('components.edit.label', { field: label })}
          onClick={() => setOpened({ value, onSave })}
        >
          <span className={styles.wrapped}>{shownOr(shown)}</span>
        </button>
      )}
    </FactLine>
  );
}

interface ChoiceFactProps<Value extends string> {
  readonly label: string;
  readonly place?: string;
  readonly values: readonly Value[];
  readonly words: (value: Value) => string;
  readonly value: Value;
  readonly check?: Check | undefined;
  readonly onSave: (value: Value) => void;
}

export function ChoiceFact<Value extends string>(props: ChoiceFactProps<Value>) {
  const { label, place, values, words, value, check, onSave } = props;
  return (
    <FactLine label={label} place={place} check={check}>
      <Menu position="bottom-start">
        <Menu.Target>
          <button type="button" className={`${styles.edit} cf-cut`}>
            {words(value)}
          </button>
        </Menu.Target>
        <Menu.Dropdown className={styles.choices}>
          {values.map((each) => (
            <Menu.Item
              key={each}
              role="menuitemradio"
              aria-checked={each === value}
              rightSection={
                each === value ? <IconCheck size={14} stroke={iconStroke} aria-hidden /> : undefined
              }
              onClick={() => each !== value && onSave(each)}
            >
              {words(each)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </FactLine>
  );
}

interface CardFactProps {
  readonly label: string;
  readonly place?: string | undefined;
  readonly shown: string | null;
  readonly children: (close: () => void) => ReactNode;
}

/** A value that opens a small card to be changed in. */
export function CardFact({ label, place, shown, children }: CardFactProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  useEscape(isOpen, () => setOpen(false));
  return (
    <FactLine label={label} place={place}>
      <Popover
        opened={isOpen}
        onChange={setOpen}
        position="bottom-start"
        width={320}
        trapFocus
        returnFocus
        closeOnEscape={false}
      >
        <Popover.Target>
          <button
            type="button"
            className={`${styles.edit} cf-cut`}
            title={shown ?? t('components.edit.label', { field: label })}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {shownOr(shown)}
          </button>
        </Popover.Target>
        <Popover.Dropdown className={styles.card}>
          {isOpen && children(() => setOpen(false))}
        </Popover.Dropdown>
      </Popover>
    </FactLine>
  );
}

type DateValue = CalendarDate | 'forever' | null;

interface DateFactProps {
  readonly label: string;
  readonly place?: string;
  readonly value: DateValue;
  readonly mayBeForever?: boolean;
  readonly onSave: (value: DateValue) => void;
}

export function DateFact({ label, place, value, mayBeForever = false, onSave }: DateFactProps) {
  const t = useT();
  return (
    <CardFact label={label} place={place} shown={value === 'forever' ? t('status.word.no_expiry') : value}>
      {(close) => (
        <DateCard label={label} value={value} mayBeForever={mayBeForever} onSave={onSave} onClose={close} />
      )}
    </CardFact>
  );
}

function DateCard(props: DateFactProps & { readonly onClose: () => void }) {
  const { label, mayBeForever = false, onClose } = props;
  const [{ value, onSave }] = useState(props);
  const t = useT();
  const [draft, setDraft] = useState(value);
  const save = (): void => {
    onClose();
    if (draft !== value) onSave(draft);
  };
  return (
    <>
      <DateField
        label={label}
        value={draft}
        parse={(text) => readTypedDate(text, t)}
        onChange={setDraft}
        mayBeForever={mayBeForever}
        autoFocus
        onEnter={save}
      />
      <div className="cf-row">
        <Button variant="filled" onClick={save}>
          {t('components.action.save')}
        </Button>
      </div>
    </>
  );
}

interface LongTextFactProps {
  readonly label: string;
  readonly value: string | null;
  readonly onSave: (value: string | null) => void;
}

export function LongTextFact({ label, value, onSave }: LongTextFactProps) {
  return (
    <CardFact label={label} shown={value}>
      {(close) => <LongTextCard label={label} value={value} onSave={onSave} onClose={close} />}
    </CardFact>
  );
}

function LongTextCard(props: LongTextFactProps & { readonly onClose: () => void }) {
  const { label, onClose } = props;
  const [{ value, onSave }] = useState(props);
  const t = useT();
  const [draft, setDraft] = useState(value ?? '');
  const save = (): void => {
    onClose();
    if (orNull(draft) !== value) onSave(orNull(draft));
  };
  return (
    <>
      <Field label={label}>
        {(ids) => (
          <Textarea
            {...ids}
            value={draft}
            autosize
            minRows={3}
            maxRows={10}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onKeyDown={onKeys({ 'mod+enter': save })}
          />
        )}
      </Field>
      <div className="cf-row">
        <Button variant="filled" onClick={save}>
          {t('components.action.save')}
        </Button>
      </div>
    </>
  );
}
