import { describe, expect, it } from 'vitest';
import { onBothDatabases } from '../support/databases.ts';
import { postRequest } from '../support/hub.ts';
import { at, script, scriptDesksOn } from '../support/script-desks.ts';

const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

const step = { type: 'instruction', section: 'call', title: 'T', say: 'S', label: 'L' };
const run = { type: 'script', section: 'call', script: 'general' };

onBothDatabases('a draft that means harm', (database) => {
  const desks = scriptDesksOn(database);

  /** Saves a draft of `hostile` whose part `more` is that JSON text. */
  async function save(more: string, revision = 0): Promise<unknown> {
    const { hub, supervisor } = desks();
    const path = '/api/scripts/hostile/draft';
    const body = `{"revision":${revision},"base":null,"document":{"id":"hostile","more":${more}}}`;
    const { url, headers } = postRequest(path, null, { cookie: supervisor.cookie });
    const answer = await hub.fetch(new Request(url, { method: 'POST', headers, body }));
    const { code, where } = await answer.json();
    return [answer.status, ...(answer.ok ? [] : [code, ...(where ? [where] : [])])];
  }

  it.each([
    ['U+0000 in a text', '"a\\u0000b"'],
    ['U+0000 in a key', '{"a\\u0000b":1}'],
    ['half of an emoji', '"\\ud83d"'],
    ['more depth than a script has', nested(40)],
    ['all the depth that fits', nested(400_000)],
  ])('is refused for %s', async (_what, more) => {
    expect(await save(more)).toEqual([400, 'invalid-request', 'document']);
  });

  it('is refused beyond one megabyte', async () => {
    expect(await save(`"${'a'.repeat(1024 * 1024)}"`)).toEqual([413, 'too-large']);
  });

  describe('is kept, and published by nobody, where', () => {
    it.each([
      ['it names the prototype', '{"__proto__":{"admin":true}}'],
      ['it is no script at all', '[[],{},null,true,1e308,"toString"]'],
    ])('%s', async (_what, more) => {
      const { publish, discard } = at(desks().administrator);
      expect(await save(more)).toEqual([200]);
      expect(await publish('hostile', 1)).toMatchObject({ status: 'refused' });
      expect({}).not.toHaveProperty('admin');
      expect(await discard('hostile', 1)).toBe(204);
    });

    it.each([
      ['thousands of steps follow one another', (next: string) => ({ ...step, next }), 5000],
      ['another script runs again and again', (next: string) => ({ ...run, next }), 100],
    ])('SC-48 %s', async (_what, node, count) => {
      const { publish, save: saveDraft, discard } = at(desks().administrator);
      const sound = script('1.0.0', { id: 'immense' });
      const chain = Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `n${index}`,
          node(index === count - 1 ? sound.start : `n${index + 1}`),
        ]),
      );
      const document = { ...sound, start: 'n0', nodes: { ...sound.nodes, ...chain } };
      expect((await saveDraft(document))[0]).toBe(200);
      expect(await publish('immense', 1)).toMatchObject({
        status: 'refused',
        findings: [{ code: 'too-many-nodes', place: '/nodes' }],
      });
      expect(await discard('immense', 1)).toBe(204);
    });
  });
});
