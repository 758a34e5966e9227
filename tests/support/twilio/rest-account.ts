import { newSid } from './calls.ts';

type Owned = Record<string, string | null> & { readonly sid: string };

/** What an account has beside its calls: numbers, the application behind them, keys. */
export function openAccount() {
  const kept: Record<string, Owned[]> = { IncomingPhoneNumbers: [], Applications: [], Keys: [] };
  const kinds: Readonly<Record<string, { readonly prefix: string; readonly list: string }>> = {
    IncomingPhoneNumbers: { prefix: 'PN', list: 'incoming_phone_numbers' },
    Applications: { prefix: 'AP', list: 'applications' },
    Keys: { prefix: 'SK', list: 'keys' },
  };
  return {
    kept,
    /** Somebody bought a number, in the console. */
    buy: (number: string, addressRequirements = 'none') =>
      kept['IncomingPhoneNumbers']?.push({
        sid: newSid('PN'),
        phone_number: number,
        address_requirements: addressRequirements,
        address_sid: null,
        bundle_sid: null,
        voice_application_sid: null,
      }),
    /** `null`: it is about something else. */
    answer: (
      resource: string,
      sid: string | undefined,
      asked: {
        readonly method: string;
        readonly query: URLSearchParams;
        readonly body: URLSearchParams;
      },
    ): Response | null => {
      const kind = kinds[resource];
      const all = kept[resource];
      if (kind === undefined || all === undefined) return null;
      const fields = Object.fromEntries(
        [...asked.body].map(([name, value]) => [snakeCase(name), value]),
      );
      if (sid !== undefined) {
        const found = all.find((known) => known.sid === sid);
        if (found === undefined) {
          return Response.json({ status: 404, code: 20_404, message: 'refused' }, { status: 404 });
        }
        return Response.json(Object.assign(found, fields));
      }
      if (asked.method === 'POST') {
        const made = { sid: newSid(kind.prefix), ...fields };
        all.push(made);
        const secret = resource === 'Keys' ? { secret: 'a-secret-told-once' } : {};
        return Response.json({ ...made, ...secret }, { status: 201 });
      }
      const wanted = [...asked.query].filter(([name]) => !name.startsWith('Page'));
      const found = all.filter((known) =>
        wanted.every(([name, value]) => known[snakeCase(name)] === value),
      );
      return Response.json({ uri: '/', next_page_uri: null, [kind.list]: found });
    },
  };
}
export type StandInAccount = ReturnType<typeof openAccount>;

/** `VoiceUrl` in what is asked is `voice_url` in what is answered. */
function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}
