// An attendee without a browser: the plain forms of the phone's pages, sent over HTTP.

import assert from 'node:assert/strict';

export class Attendee {
  #origin;
  #code;
  #seat;

  /** Joins the panel with that code, saying of themselves what `about` says; nothing, where it says nothing. */
  static async join(origin, code, about = {}) {
    const attendee = new Attendee();
    attendee.#origin = origin;
    attendee.#code = code;
    const joined = await attendee.#post('join', about);
    attendee.#seat = joined.headers.get('set-cookie').split(';')[0];
    return attendee;
  }

  /** Answers the first question that is open; of a domain, where one is named by its number. */
  async write(words, domain = '') {
    const { activity } = await this.#form('idea');
    await this.#post('answer', { id: crypto.randomUUID(), kind: 'idea', activity, words, domain });
  }

  /** Votes on everything that is dealt; answers with how many ideas that were. */
  async vote(choice) {
    for (let votes = 0; ; votes += 1) {
      const card = await this.#form('judge');
      if (!card) return votes;
      await this.#post('answer', { id: crypto.randomUUID(), kind: 'judge', ...card, choice });
    }
  }

  /** Answers everything that a survey deals: what `markOf` gives for each text; answers with how many that were. */
  async mark(markOf) {
    for (let answered = 0; ;) {
      const forms = (await this.page()).split('<form').map((form) => form.split('</form>')[0]);
      const open = forms.filter((form) => form.includes('value="mark"') && !form.includes('aria-pressed="true"'));
      if (open.length === 0) return answered;
      for (const form of open) {
        const fields = [...form.matchAll(/name="(activity|form|item|edition)" value="([^"]+)"/g)];
        const given = Object.fromEntries(fields.map(([, name, value]) => [name, value]));
        const mark = markOf(form.replace(/<[^>]*>/g, ' '));
        await this.#post('answer', { id: crypto.randomUUID(), kind: 'mark', ...given, mark });
      }
      answered += open.length;
    }
  }

  /** Sorts the handful that lies before them: each idea into the pile that `pileOf` gives for its words. */
  async sort(pileOf, names = {}) {
    const form = (await this.page()).split('<form').find((form) => form.includes('value="sort"'));
    const [, activity] = form.match(/name="activity" value="([^"]+)"/);
    const cards = [...form.matchAll(/<legend[^>]*>([^<]*)<\/legend>.*?name="(put-[0-9a-f-]{36})"/g)];
    const put = Object.fromEntries(cards.map(([, words, name]) => [name, pileOf(words)]));
    await this.#post('answer', { id: crypto.randomUUID(), kind: 'sort', form: 'sort', activity, ...put, ...names });
    return cards.length;
  }

  async page() {
    const page = await fetch(`${this.#origin}/p/${this.#code}`, { headers: { cookie: this.#seat } });
    return page.text();
  }

  /** What the first form of that kind is about, where there is one. */
  async #form(kind) {
    const forms = (await this.page()).split('<form').map((form) => form.split('</form>')[0]);
    const form = forms.find((form) => form.includes(`value="${kind}"`));
    if (!form) return undefined;
    const fields = [...form.matchAll(/name="(activity|idea)" value="([^"]+)"/g)];
    return Object.fromEntries(fields.map(([, name, value]) => [name, value]));
  }

  async #post(what, fields) {
    const headers = this.#seat ? { cookie: this.#seat } : {};
    const answer = await fetch(`${this.#origin}/p/${this.#code}/${what}`, {
      method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields),
    });
    assert.equal(answer.status, 303, `${what}: ${JSON.stringify(fields)}`);
    return answer;
  }
}
