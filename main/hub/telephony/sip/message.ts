/** Names as they are usually written; a name is compared without regard to case. */
export type SipHeaders = readonly (readonly [name: string, value: string])[];

type Common = { readonly headers: SipHeaders; readonly body: string };
export type SipRequest = Common & {
  readonly kind: 'request';
  readonly method: string;
  readonly uri: string;
};
export type SipResponse = Common & {
  readonly kind: 'response';
  readonly status: number;
  readonly reason: string;
};
export type SipMessage = SipRequest | SipResponse;

/** RFC 3261 7.3.3: one letter stands for a name where every byte counts. */
const compactNames: Readonly<Record<string, string>> = {
  v: 'via',
  f: 'from',
  t: 'to',
  i: 'call-id',
  m: 'contact',
  l: 'content-length',
  c: 'content-type',
  k: 'supported',
  s: 'subject',
};

function fullName(name: string): string {
  const lower = name.toLowerCase();
  return compactNames[lower] ?? lower;
}

/** The first value of that name. */
export function header(message: Common, name: string): string | undefined {
  return message.headers.find(([given]) => fullName(given) === name)?.[1];
}

/** Every value of that name, in order: one may stand in a line of its own or after a comma. */
export function headers(message: Common, name: string): readonly string[] {
  return message.headers
    .filter(([given]) => fullName(given) === name)
    .flatMap(([, value]) => splitList(value));
}

/** RFC 3261 8.1.1: whether it says what each request must, so that it can be answered and told from others. */
export function isComplete(request: SipRequest): boolean {
  const method = /^\d+ +([A-Z]+)$/.exec(header(request, 'cseq') ?? '')?.[1];
  return (
    method === request.method &&
    tagOf(header(request, 'from') ?? '') !== undefined &&
    ['via', 'to', 'call-id'].every((name) => (header(request, name) ?? '') !== '')
  );
}

/**
 * At commas, but for those within quotes or angle brackets. What is never closed goes to the end: whoever sends thousands of them
 * has each looked at once.
 */
function splitList(value: string): readonly string[] {
  return (value.match(/(?:"(?:\\.|[^"\\])*"?|<[^>]*>?|[^,"<])+/g) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The address between angle brackets, or the whole without its parameters. */
export function addressOf(value: string): string {
  return /<([^>]*)/.exec(value)?.[1] ?? value.split(';')[0]?.trim() ?? '';
}

/** The tag of a From or To. */
export function tagOf(value: string): string | undefined {
  return /;\s*tag=([^;>\s]+)/i.exec(value.replace(/<[^>]*>?/, ''))?.[1];
}

/** What stands before the @ of an address, without its parameters. */
export function userOf(address: string): string {
  const user = /^sips?:([^@]*)@/i.exec(address)?.[1] ?? /^tel:([^;]*)/i.exec(address)?.[1] ?? '';
  return decodeUser(user.split(';')[0] ?? '');
}

function decodeUser(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}

/** The message's bytes as a network carries them. */
export function formatMessage(message: SipMessage): Buffer {
  const first =
    message.kind === 'request'
      ? `${message.method} ${message.uri} SIP/2.0`
      : `SIP/2.0 ${message.status} ${message.reason}`;
  const lines = message.headers.filter(([name]) => fullName(name) !== 'content-length');
  const head = [first, ...lines.map(([name, value]) => `${name}: ${value}`)];
  head.push(`Content-Length: ${Buffer.byteLength(message.body)}`);
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${message.body}`);
}

const mostHeadBytes = 64 * 1024;
const mostBodyBytes = 256 * 1024;

/**
 * Cuts a stream of bytes into messages. Each call gives those that are whole by now; `null`: it is no SIP, and nothing after it
 * can be read either.
 */
export function messageReader(): (bytes: Buffer) => readonly SipMessage[] | null {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const found: SipMessage[] = [];
    for (;;) {
      // Empty lines between messages keep the connection open.
      while (rest[0] === 13 || rest[0] === 10) rest = rest.subarray(1);
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return rest.length > mostHeadBytes ? null : found;
      const head = parseHead(rest.subarray(0, end).toString());
      if (head === null) return null;
      const said = header(head, 'content-length') ?? '0';
      const length = Number(said);
      if (!/^\d+$/.test(said) || length > mostBodyBytes) return null;
      const start = end + 4;
      if (rest.length < start + length) return found;
      found.push({ ...head, body: rest.subarray(start, start + length).toString() });
      rest = rest.subarray(start + length);
    }
  };
}

function parseHead(text: string): SipMessage | null {
  // A line that begins with white space goes on with the one before.
  const [first = '', ...lines] = text.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const parsed = lines.map((line) => /^([^\s:]+)\s*:\s*(.*)$/.exec(line));
  if (parsed.includes(null)) return null;
  const fields = parsed.map((field) => [field?.[1] ?? '', field?.[2]?.trim() ?? ''] as const);
  const response = /^SIP\/2\.0 (\d{3}) ?(.*)$/.exec(first);
  if (response !== null) {
    const [, status = '', reason = ''] = response;
    return { kind: 'response', status: Number(status), reason, headers: fields, body: '' };
  }
  const [, method, uri] = /^([A-Z]+) (\S+) SIP\/2\.0$/.exec(first) ?? [];
  if (method === undefined || uri === undefined) return null;
  return { kind: 'request', method, uri, headers: fields, body: '' };
}
