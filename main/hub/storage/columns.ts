import { customType, uuid } from 'drizzle-orm/pg-core';
import { present } from '#src/kernel';

/** An instant: ISO 8601 in UTC in the program, `timestamptz` in the database. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: (text) => new Date(text).toISOString(),
});

/** Any JSON value. Drizzle's own `jsonb` reads a string a second time, as JSON: `"48095"` would come back as a number. */
export const jsonValue = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
});

/** Bytes, as they are. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

/** A stretch of time, its end excluded. */
export type Period = { readonly start: string; readonly end: string };

const periodText = /^\["([^"]+)","([^"]+)"\)$/;

/** A stretch of time: two instants in the program, `tstzrange` in the database. */
export const period = customType<{ data: Period; driverData: string }>({
  dataType: () => 'tstzrange',
  toDriver: ({ start, end }) => `[${start},${end})`,
  fromDriver: (text) => {
    const [, start, end] = present(periodText.exec(text), 'every period is written by toDriver');
    return { start: isoInstant(start), end: isoInstant(end) };
  },
});

function isoInstant(text: string | undefined): string {
  return new Date(present(text, 'the expression has two groups')).toISOString();
}

/** Who pays, and for where: on every record of facts. */
export const payer = {
  sponsorId: uuid('sponsor_id').notNull(),
  territoryId: uuid('territory_id').notNull(),
};
