import '@fontsource-variable/golos-text';
import '@fontsource-variable/inter';
import '@mantine/core/styles.layer.css';
import './tokens.css';
import './base.css';
import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import type { ReactNode } from 'react';
import { theme } from './theme.ts';

export type LookChoice = 'auto' | 'light' | 'dark';

/** The choice comes from the settings, so the library keeps none of its own. */
const keepsNothing: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};

/** Theme, fonts and colours of a page: `auto` follows the system. Injects no style sheet: all variables are in tokens.css. */
export function Look({ choice, children }: { choice: LookChoice; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={keepsNothing}
      forceColorScheme={choice === 'auto' ? undefined : choice}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
