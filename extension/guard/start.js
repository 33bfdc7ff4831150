/* Guards the page and its workers, and hands the extension the port that is asked through.
 *
 * The extension's own script and this one meet in one event that is over before the page's first
 * script runs, so that nobody else has the port. Requests over it are numbered; what is answered
 * to none that waits is not heard.
 */
"use strict";

(() => {
  const { language: take, pieces: piecesOf, ways, shown } = sluse;
  delete globalThis.sluse;
  const language = take(globalThis);
  const { Map, Promise, Proxy, add, bare, construct, dataOf, getFrom, setIn, deleteFrom, listen, post } = language;

  /* A question as a promise of its answer. */
  function asking(port) {
    const waiting = new Map();
    let last = 0;
    listen(port, (event) => {
      const { id, may, texts } = dataOf(event);
      const answer = getFrom(waiting, id);
      deleteFrom(waiting, id);
      if (answer) answer(bare({ may, texts }));
    });
    return (question) =>
      new Promise((answer) => {
        last += 1;
        setIn(waiting, last, answer);
        post(port, bare({ id: last, url: question.url, pieces: question.pieces }));
      });
  }

  /* In a worker: guarded before its own script is, asking by the port of its first message. */
  function inWorker(address, parts) {
    const language = parts.take(self);
    let ask = null;
    const asked = new language.Promise((given) => {
      const first = (event) => {
        event.stopImmediatePropagation();
        self.removeEventListener("message", first, true);
        ask = parts.asking(language.portsOf(event)[0]);
        given();
      };
      self.addEventListener("message", first, true);
    });
    const waits = async (question) => {
      await asked;
      return ask(question);
    };
    Object.defineProperty(self, "location", { value: new URL(address) });
    const { importScripts } = self;
    if (importScripts) self.importScripts = (...urls) => importScripts(...urls.map((url) => new URL(url, address).href));
    const base = () => address;
    parts.ways(self, language, parts.piecesOf(language, base), waits, base);
    if (self.Worker) self.Worker = undefined; // a worker's workers would not be guarded
  }

  function guardWorkers(ask, base) {
    const { Worker, MessageChannel, URL, Blob } = globalThis;
    const { prototype } = Worker;
    const { postMessage } = prototype;
    const parts = `{ take: ${take}, piecesOf: ${piecesOf}, ways: ${ways}, asking: (() => {
      const { Map, Promise, bare, dataOf, getFrom, setIn, deleteFrom, listen, post } = (${take})(self);
      return ${asking};
    })() }`;
    const script = (source) =>
      language.objectUrl(new Blob([source], { type: "text/javascript" }));
    const begun = (address, isModule) => {
      const guard = `(${inWorker})(${language.stringify(address)}, ${parts});\n`;
      const name = language.stringify(address);
      if (!isModule) return script(`${guard}importScripts(${name});`);
      return script(`import ${language.stringify(script(guard))};\nimport ${name};`);
    };
    language.replace(globalThis, "Worker", new Proxy(Worker, {
      construct(type, given, target) {
        const address = language.hrefOf(new URL(given[0], base()));
        const options = given[1];
        const worker = construct(type, [begun(address, options?.type === "module"), options], target);
        const { port1, port2 } = new MessageChannel();
        listen(port1, (event) => {
          const { id, url, pieces } = dataOf(event);
          language.then(ask(bare({ url, pieces })), (answer) => {
            post(port1, bare({ id, may: answer.may, texts: answer.texts }));
          });
        });
        language.apply(postMessage, worker, ["", [port2]]);
        return worker;
      },
    }));
  }

  const { port1, port2 } = new MessageChannel();
  const ask = asking(port1);
  const base = () => language.baseOf(document);
  ways(globalThis, language, piecesOf(language, base), ask, base);
  guardWorkers(ask, base);
  shown(globalThis, language);

  const offer = () => document.dispatchEvent(new MessageEvent("sluse-port", { ports: [port2], cancelable: true }));
  if (offer()) document.addEventListener("sluse-ready", offer, { capture: true, once: true });
})();
