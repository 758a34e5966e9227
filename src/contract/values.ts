import { z } from 'zod';

/** UUID; version 7 where the desk makes it, so that ids sort by time. */
export const id = z.uuid();
/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();
/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();
/** A time on the venue's clock, `HH:mm`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** E.164. What a person dials is turned into it at the desk. */
export const phoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/);
/** INSEE code of a commune. */
export const communeCode = z.string().regex(/^(\d{2}|2[AB])\d{3}$/);
/** A SHA-256, in lower-case hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A name or a few words that a person types. */
export const shortText = z.string().trim().min(1).max(200);
/** Notes that a person types; empty where there are none. */
export const longText = z.string().max(5000);
