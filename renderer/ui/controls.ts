import { Checkbox, SegmentedControl, Slider, Switch } from '@mantine/core';
import classes from './controls.module.css';

/** Switches and choices in our look: what is chosen rises, what is on is said by the accent and its own mark. */
export const controls = {
  SegmentedControl: SegmentedControl.extend({
    defaultProps: { transitionDuration: 100 },
    classNames: {
      root: classes.segments,
      indicator: classes.segmentIndicator,
      label: classes.segment,
      control: classes.segmentControl,
    },
  }),
  Checkbox: Checkbox.extend({
    defaultProps: { size: 'sm' },
    classNames: { input: classes.box, label: classes.boxLabel, description: classes.boxDescription },
  }),
  Switch: Switch.extend({
    defaultProps: { size: 'sm', withThumbIndicator: false },
    classNames: { track: classes.track, label: classes.boxLabel, description: classes.boxDescription },
  }),
  Slider: Slider.extend({
    defaultProps: { size: 4, thumbSize: 16, color: 'var(--accent)' },
    classNames: { track: classes.slider, thumb: classes.thumb },
  }),
};
