import { beforeEach, expect, test, vi } from 'vitest';

const asked: [string, unknown][] = [];
let refusal: { code: string } | undefined;
vi.mock('#api/call.ts', () => ({
  apiErrorOf: (thrown: unknown) => thrown,
  call: (name: string, args: unknown) => {
    asked.push([name, args]);
    if (name === 'recovery_phrase_propose') return Promise.resolve({ phrase: 'one two three' });
    return refusal ? Promise.reject(refusal) : Promise.resolve({ keychain: null });
  }
}));
vi.mock('#api/error-text.ts', () => ({ errorText: ({ code }: { code: string }) => code }));

const { PhraseRenewal } = await import('./renewal.svelte.ts');
beforeEach(() => {
  asked.length = 0;
  refusal = undefined;
});
const names = () => asked.map(([name]) => name);

test('a new phrase is shown, proved, and only then in force', async () => {
  const done = vi.fn();
  const renewal = new PhraseRenewal(() => false, done);
  renewal.start();
  await renewal.next();
  expect([renewal.step, renewal.words]).toEqual(['phrase', ['one', 'two', 'three']]);
  expect(names()).toEqual(['recovery_phrase_propose']);
  renewal.step = 'check';
  await renewal.confirm();
  expect(asked.at(-1)).toEqual(['recovery_phrase_renew', { password: null }]);
  expect(done).toHaveBeenCalledWith(undefined);
  expect([renewal.step, renewal.words]).toEqual(['closed', []]);
});

test('who leaves in between keeps the old phrase', async () => {
  const renewal = new PhraseRenewal(() => false, vi.fn());
  renewal.start();
  await renewal.next();
  renewal.leave();
  expect([renewal.step, renewal.words, names()]).toEqual(['closed', [], ['recovery_phrase_propose']]);
});

test('a wrong password is asked for again, and the words that were proved stay', async () => {
  const done = vi.fn();
  const renewal = new PhraseRenewal(() => true, done);
  renewal.start();
  await renewal.next();
  expect([renewal.problem, names()]).toEqual(['needed', []]);
  renewal.password = 'horse';
  await renewal.next();
  refusal = { code: 'wrong_password' };
  await renewal.confirm();
  expect([renewal.step, renewal.problem, renewal.words.length]).toEqual(['start', 'wrong', 3]);
  refusal = undefined;
  renewal.password = 'elephant';
  await renewal.next();
  expect(asked.at(-1)).toEqual(['recovery_phrase_renew', { password: 'elephant' }]);
  expect(done).toHaveBeenCalledOnce();
});

test('whatever else is refused is said, and the words that may be gone are not used again', async () => {
  const renewal = new PhraseRenewal(() => false, vi.fn());
  renewal.start();
  await renewal.next();
  refusal = { code: 'disk_full' };
  await renewal.confirm();
  expect([renewal.step, renewal.refusal, renewal.words]).toEqual(['start', 'disk_full', []]);
});
