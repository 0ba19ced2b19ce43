import { Checkbox, Slider, Switch } from '@mantine/core';
import classes from './controls.module.css';

/** Switches, boxes and sliders in our look. */
export const controls = {
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
