/** Mantine's parts on our tokens. No value of its own: every colour and size is a variable of theme.ts. */
import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  Input,
  Kbd,
  Menu,
  Modal,
  Paper,
  PasswordInput,
  Popover,
  Radio,
  SegmentedControl,
  Select,
  Switch,
  Tooltip,
} from '@mantine/core';

const xs = 'var(--mantine-font-size-xs)';
const sm = 'var(--mantine-font-size-sm)';
const label = { label: { fontSize: sm, lineHeight: 'var(--mantine-line-height-sm)' } };
const fading = { transition: 'fade', duration: 120 } as const;

const buttons = {
  Button: Button.extend({
    defaultProps: { size: 'sm', variant: 'default' },
    vars: () => ({
      root: {
        '--button-height': 'var(--cf-control-h)',
        '--button-padding-x': 'var(--mantine-spacing-md)',
        '--button-fz': sm,
      },
    }),
    // Widths are fractions of a pixel: hidden overflow would shave the last character.
    styles: { root: { fontWeight: 400 }, label: { overflow: 'visible' } },
  }),
  ActionIcon: ActionIcon.extend({
    defaultProps: { variant: 'subtle', color: 'gray' },
    vars: () => ({
      root: {
        '--ai-size': 'var(--cf-control-h)',
        '--ai-color': 'var(--cf-ink-2)',
        '--ai-hover-color': 'var(--cf-ink)',
        '--ai-hover': 'var(--cf-hover)',
      },
    }),
  }),
  SegmentedControl: SegmentedControl.extend({
    defaultProps: { size: 'sm' },
    vars: () => ({
      root: { '--sc-font-size': xs, '--sc-padding': '3px 10px', '--sc-radius': 'var(--mantine-radius-sm)' },
    }),
  }),
};

const inputs = {
  Input: Input.extend({
    defaultProps: { size: 'sm' },
    vars: (_theme, props) => ({
      wrapper: props.multiline
        ? { '--input-fz': sm }
        : { '--input-height': 'var(--cf-control-h)', '--input-fz': sm },
    }),
    styles: { input: { borderColor: 'var(--input-bd)' } },
  }),
  InputWrapper: Input.Wrapper.extend({
    vars: () => ({
      label: { '--input-label-size': xs, '--input-asterisk-color': 'var(--cf-danger)' },
      error: { '--input-error-size': xs },
      description: { '--input-description-size': xs },
      success: { '--input-success-size': xs },
    }),
    styles: { label: { fontWeight: 400, color: 'var(--cf-ink-2)' } },
  }),
  PasswordInput: PasswordInput.extend({ styles: { innerInput: { fontSize: sm } } }),
  // A list opens when it is asked for, not over the form that just got the focus; Enter takes the first that fits what was typed.
  Select: Select.extend({
    defaultProps: {
      size: 'sm',
      comboboxProps: { shadow: 'md' },
      openOnFocus: false,
      selectFirstOptionOnChange: true,
    },
  }),
  Checkbox: Checkbox.extend({
    defaultProps: { size: 'xs', radius: 'xs' },
    vars: () => ({ root: { '--checkbox-size': 'var(--cf-icon-sm)' } }),
    styles: { input: { borderColor: 'var(--cf-control)' }, body: { alignItems: 'center' }, ...label },
  }),
  Radio: Radio.extend({
    defaultProps: { size: 'xs' },
    styles: { radio: { borderColor: 'var(--cf-control)' }, body: { alignItems: 'center' }, ...label },
  }),
  Switch: Switch.extend({ defaultProps: { size: 'xs' }, styles: label }),
};

const floating = {
  Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false, radius: 'sm', fz: 'xs' } }),
  Menu: Menu.extend({
    defaultProps: { shadow: 'md', radius: 'md', transitionProps: fading },
    styles: { dropdown: { background: 'var(--cf-raised)', borderColor: 'var(--cf-line-2)' } },
  }),
  Popover: Popover.extend({
    defaultProps: { shadow: 'md', radius: 'md', transitionProps: fading },
    styles: { dropdown: { background: 'var(--cf-raised)', borderColor: 'var(--cf-line-2)' } },
  }),
  // The page itself never scrolls, so nothing has to be locked behind a dialog.
  ModalRoot: Modal.Root.extend({
    defaultProps: { radius: 'lg', shadow: 'xl', lockScroll: false, transitionProps: fading },
  }),
  ModalOverlay: Modal.Overlay.extend({ defaultProps: { color: 'var(--cf-scrim)', backgroundOpacity: 1 } }),
};

const marks = {
  Badge: Badge.extend({
    defaultProps: { radius: 'sm', variant: 'light' },
    styles: { root: { textTransform: 'none', letterSpacing: 0, fontWeight: 400 } },
  }),
  Kbd: Kbd.extend({
    defaultProps: { size: 'xs' },
    styles: {
      root: {
        fontFamily: 'var(--mantine-font-family-monospace)',
        fontSize: xs,
        lineHeight: 'var(--mantine-line-height-xs)',
        padding: '0 var(--mantine-spacing-xs)',
        fontWeight: 400,
        color: 'var(--cf-ink-2)',
        background: 'var(--cf-surface)',
        borderColor: 'var(--cf-line-2)',
        borderBottomWidth: 1,
        whiteSpace: 'nowrap',
      },
    },
  }),
  Paper: Paper.extend({ defaultProps: { radius: 'md', withBorder: true } }),
};

export const themeComponents = { ...buttons, ...inputs, ...floating, ...marks };
