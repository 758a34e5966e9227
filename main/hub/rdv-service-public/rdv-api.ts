import { z } from 'zod';

/*
 * Our own description of the part of RDV Service Public's interface, version 1, that is used here. What it says beside this is
 * not read.
 */

const instant = z.iso.datetime({ offset: true });

/** `rdv_plan`, as `POST /rdv_plans` and `GET /rdv_plans/{id}` answer it. */
export const planAnswer = z.object({
  rdv_plan: z.object({
    id: z.int().positive(),
    url: z.url(),
    user_id: z.int().positive().nullish(),
    rdv: z.object({ id: z.int().positive(), status: z.string(), starts_at: instant }).nullable(),
  }),
});

/** What `POST /rdv_plans` is asked. */
export const planRequest = z.strictObject({
  user: z.strictObject({
    first_name: z.string().min(1),
    last_name: z.string().min(1),
    email: z.email().optional(),
    phone_number: z.string().optional(),
    address: z.string().optional(),
  }),
  return_url: z.url(),
});

/** The headers of an answer to `POST /auth/sign_in`, which let in what carries them for a day. */
export const sessionHeaders = z.object({
  'access-token': z.string().min(1),
  client: z.string().min(1),
  uid: z.string().min(1),
});
export type SessionHeaders = z.infer<typeof sessionHeaders>;

/** 422: why, in words. */
export const rejection = z.object({ error_messages: z.array(z.string()).min(1) });

/** What a webhook sends of an appointment. Only who it is about is read: what is so now is asked of the interface. */
export const webhookBody = z.object({
  meta: z.object({ model: z.literal('rdv') }),
  data: z.object({
    id: z.int().positive(),
    users: z.array(z.object({ id: z.int().positive() })).default([]),
  }),
});
export type WebhookBody = z.infer<typeof webhookBody>;
