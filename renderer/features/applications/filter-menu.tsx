import { Menu } from '@mantine/core';
import type { ApplicationFilter } from '#shared/contract/application-pages.ts';
import { applicationKinds, stages } from '#shared/domain/application.ts';
import { platforms } from '#shared/domain/platform.ts';
import { AddChip } from '#renderer/components/chip.tsx';
import { Choice, Choices } from '#renderer/components/choices-menu.tsx';
import { dayChoiceWords, personName } from '#renderer/components/condition-words.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { toggled, without } from './conditions.ts';
import type { YesConditionId } from './conditions.ts';

interface FilterMenuProps {
  readonly filter: ApplicationFilter;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (filter: ApplicationFilter) => void;
}

const states = ['open', 'closed'] as const;
/** Clocks run for days or weeks; −1: the date has passed. */
const dayChoices = [-1, 0, 3, 7, 14, 30] as const;
const hourChoices = [6, 24, 48] as const;
const yesConditions: readonly YesConditionId[] = ['papersMissing', 'returned', 'overdue'];

/** `+ 筛选`: every condition there is; lists take several values, a second choice takes a value back. */
export function FilterMenu({ filter, people, onChange }: FilterMenuProps) {
  const t = useT();
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '';
  const isOpen = filter.open === undefined ? undefined : filter.open ? 'open' : 'closed';
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <AddChip />
      </Menu.Target>
      <Menu.Dropdown>
        <Choices
          title={t('applications.condition.open')}
          values={states}
          chosen={states.filter((state) => state === isOpen)}
          words={(state) => t(`applications.${state}`)}
          onToggle={(state) =>
            onChange(state === isOpen ? without(filter, 'open') : { ...filter, open: state === 'open' })
          }
          single
        />
        <Choices
          title={t('applications.condition.consultantIds')}
          values={['me', ...people.map(({ id }) => id), 'nobody']}
          chosen={filter.consultantIds ?? []}
          words={(id) => personName(id, { t, nameOf })}
          onToggle={(id) => onChange(toggled(filter, 'consultantIds', id))}
        />
        <Choices
          title={t('applications.condition.platforms')}
          values={platforms}
          chosen={filter.platforms ?? []}
          words={(platform) => t(`vocabulary.platform.${platform}`)}
          onToggle={(platform) => onChange(toggled(filter, 'platforms', platform))}
        />
        <Choices
          title={t('applications.condition.kinds')}
          values={applicationKinds}
          chosen={filter.kinds ?? []}
          words={(kind) => t(`vocabulary.applicationKind.${kind}`)}
          onToggle={(kind) => onChange(toggled(filter, 'kinds', kind))}
        />
        <Choices
          title={t('applications.condition.stages')}
          values={stages}
          chosen={filter.stages ?? []}
          words={(stage) => t(`vocabulary.stage.${stage}`)}
          onToggle={(stage) => onChange(toggled(filter, 'stages', stage))}
        />
        <Choices
          title={t('applications.condition.dueWithinDays')}
          values={dayChoices}
          chosen={dayChoices.filter((days) => days === filter.dueWithinDays)}
          words={(days) => dayChoiceWords(days, t)}
          onToggle={(days) => onChange({ ...filter, dueWithinDays: days })}
          single
        />
        <Choices
          title={t('applications.condition.dueWithinHours')}
          values={hourChoices}
          chosen={hourChoices.filter((hours) => hours === filter.dueWithinHours)}
          words={(hours) => t('applications.hoursAhead', { n: hours })}
          onToggle={(hours) => onChange({ ...filter, dueWithinHours: hours })}
          single
        />
        <Menu.Divider />
        {yesConditions.map((id) => (
          <Choice
            key={id}
            chosen={filter[id] === true}
            onClick={() => onChange(filter[id] === true ? without(filter, id) : { ...filter, [id]: true })}
          >
            {t(`applications.condition.${id}`)}
          </Choice>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
