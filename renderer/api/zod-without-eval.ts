import { z } from 'zod';

// The page's content security policy forbids code from text, which zod otherwise tries first. This has to be set
// before any schema is made: import this file before everything else in each entry.
z.config({ jitless: true });
