import { z } from 'zod';
import manifest from '../package.json' with { type: 'json' };

/** The version of this program. */
export const PROGRAM_VERSION = z.object({ version: z.string() }).parse(manifest).version;
