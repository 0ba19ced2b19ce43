import {
  ActionIcon,
  Button,
  Combobox,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  Menu,
  Modal,
  Popover,
  SegmentedControl,
  Select,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core';
import { controls } from './controls.ts';
import button from './button.module.css';
import input from './input.module.css';
import segmented from './segmented.module.css';
import floating from './floating.module.css';

/** Heights of buttons: small in rows, normal in bars, large for the one main action. */
const BUTTON_HEIGHT: Record<string, string> = { sm: '32px', md: '38px', lg: '52px' };
const BUTTON_PADDING: Record<string, string> = { sm: '10px', md: '12px', lg: '26px' };
const BUTTON_FONT: Record<string, string> = { sm: '13px', md: '14px', lg: '16px' };

const hairline = (colour: string): string => `1px solid ${colour}`;

/**
 * Our own variants beside the library's: `filled` is the next thing to do, one a screen; `default` is quiet; `end` ends a call
 * (outlined red, never filled); `on` is something switched on that must not be forgotten (held, muted).
 */
const variants: VariantColorsResolver = (given) => {
  switch (given.variant) {
    case 'filled':
      return {
        background: 'var(--accent)',
        hover: 'var(--accent-hover)',
        color: 'var(--on-accent)',
        border: hairline('transparent'),
      };
    case 'end':
      return {
        background: 'var(--raised)',
        hover: 'var(--last-soft)',
        color: 'var(--last-text)',
        border: hairline('var(--last)'),
      };
    case 'on':
      return {
        background: 'var(--warn-soft)',
        hover: 'var(--warn-soft)',
        color: 'var(--warn-text)',
        border: hairline('var(--warn)'),
      };
    case 'subtle':
      return {
        background: 'transparent',
        hover: 'var(--hover)',
        color: 'var(--text-2)',
        border: hairline('transparent'),
      };
    default:
      return defaultVariantColorsResolver(given);
  }
};

/** The component library in our look. Colours come from tokens.css, so light and dark need no second theme. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  primaryColor: 'teal',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: variants,
  components: {
    ...controls,
    Button: Button.extend({
      defaultProps: { variant: 'default', size: 'md' },
      classNames: { root: button.root, inner: button.inner, section: button.section, label: button.label },
      vars: (_theme, { size }) => ({
        root: {
          '--button-height': BUTTON_HEIGHT[size ?? 'md'],
          '--button-padding-x': BUTTON_PADDING[size ?? 'md'],
          '--button-fz': BUTTON_FONT[size ?? 'md'],
        },
      }),
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 32 } }),
    Input: Input.extend({
      classNames: { input: input.input },
      vars: () => ({ wrapper: { '--input-height': '34px', '--input-padding': '10px' }, input: {} }),
    }),
    SegmentedControl: SegmentedControl.extend({
      classNames: { root: segmented.root, label: segmented.label, indicator: segmented.indicator },
    }),
    InputWrapper: Input.Wrapper.extend({
      classNames: { label: input.label, error: input.error, description: input.description },
    }),
    Combobox: Combobox.extend({ classNames: { dropdown: floating.dropdown, option: floating.option } }),
    Select: Select.extend({ defaultProps: { allowDeselect: false, withCheckIcon: false } }),
    Menu: Menu.extend({
      // Opened, the first item has the focus; the library's placeholder is a child no menu may have.
      defaultProps: { shadow: 'md', transitionProps: { duration: 100 }, withInitialFocusPlaceholder: false },
      classNames: { dropdown: floating.dropdown, item: floating.item, label: floating.label },
    }),
    Popover: Popover.extend({
      defaultProps: { shadow: 'md', transitionProps: { duration: 100 } },
      classNames: { dropdown: floating.dropdown },
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.35 } },
      classNames: { content: floating.modal, header: floating.modalHeader, title: floating.modalTitle },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 350, withArrow: false, multiline: true, maw: 320 },
      classNames: { tooltip: floating.tooltip },
    }),
  },
});
