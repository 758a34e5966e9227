import { z } from 'zod';

// The content policy allows no code made from text, which zod tries as soon as a schema is made: this
// module comes before every other.
z.config({ jitless: true });
