import { z } from 'zod';

// A schema compiled for speed pays after many values; an action checks each of its inputs once. It must be said before any schema is made.
z.config({ jitless: true });
