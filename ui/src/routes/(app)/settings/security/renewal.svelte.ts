import { apiErrorOf, call } from '#api/call.ts';
import { errorText } from '#api/error-text.ts';
import { wordsOf } from '../../../welcome/phrase.ts';

/** Where somebody is who gives the ledger another recovery phrase. */
export type RenewalStep = 'closed' | 'start' | 'phrase' | 'check';

/** Another recovery phrase: what it means and the password, then the words, then some of them again. Only then it is in force. */
export class PhraseRenewal {
  step = $state<RenewalStep>('closed');
  words = $state.raw<readonly string[]>([]);
  password = $state('');
  busy = $state(false);
  /** What is wrong with the password. */
  problem = $state<'needed' | 'wrong'>();
  refusal = $state('');

  constructor(
    private readonly guarded: () => boolean,
    /** Told once the new phrase is in force, with why its key is not in the keychain where it is not. */
    private readonly ondone: (unkept: string | undefined) => void
  ) {}

  start(): void {
    this.#forget();
    this.step = 'start';
  }

  /** Leaves without a trace: the old phrase stays in force. */
  leave(): void {
    this.#forget();
    this.step = 'closed';
  }

  /** From what it means on to the words; words that were proved already are put in force at once. */
  async next(): Promise<void> {
    this.problem = this.guarded() && this.password === '' ? 'needed' : undefined;
    if (this.problem) return;
    if (this.words.length > 0) return this.confirm();
    await this.#try(async () => {
      this.words = wordsOf((await call('recovery_phrase_propose', {})).phrase);
      this.step = 'phrase';
    });
  }

  /** Puts the phrase in force. */
  confirm(): Promise<void> {
    return this.#try(async () => {
      const { keychain } = await call('recovery_phrase_renew', { password: this.guarded() ? this.password : null });
      this.leave();
      this.ondone(keychain ? errorText(keychain) : undefined);
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refusal = '';
    try {
      await work();
    } catch (refused) {
      const { code } = apiErrorOf(refused);
      this.step = 'start';
      if (code === 'wrong_password' || code === 'password_needed') this.problem = code === 'wrong_password' ? 'wrong' : 'needed';
      else {
        // Words that may have been given up are not put in force.
        this.words = [];
        this.refusal = errorText(refused);
      }
    } finally {
      this.busy = false;
    }
  }

  #forget(): void {
    [this.words, this.password, this.problem, this.refusal] = [[], '', undefined, ''];
  }
}
