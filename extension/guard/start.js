/* Guards the page and its workers, and hands the extension the port that is asked through.
 *
 * The extension's own script and this one meet in one event that is over before the page's first
 * script runs, so that nobody else has the port. Requests over it are numbered; what is answered
 * to none that waits is not heard.
 */
"use strict";

(() => {
  const { language: take, pieces: piecesOf, entered: enteredOf, ways, shown, frames } = sluse;
  delete globalThis.sluse;
  const language = take(globalThis);
  const { Map, Promise, Proxy, add, bare, construct, dataOf, getFrom, setIn, deleteFrom, listen, post } = language;

  /* A question as a promise of its answer; what may not leave is told without being asked. */
  function asking(port, learn) {
    const waiting = new Map();
    let last = 0;
    listen(port, (event) => {
      const told = dataOf(event);
      const { id, may, texts } = told;
      if (told.values) learn(told);
      const answer = getFrom(waiting, id);
      deleteFrom(waiting, id);
      if (answer) answer(bare({ may, texts }));
    });
    return (question) =>
      new Promise((answer) => {
        last += 1;
        setIn(waiting, last, answer);
        const { url, pieces, purpose } = question;
        post(port, bare({ id: last, url, pieces, purpose }));
      });
  }

  /* In a worker: guarded before its own script is, asking by the port of its first message. */
  function inWorker(address, parts) {
    const language = parts.take(self);
    const entered = parts.enteredOf(language);
    let ask = null;
    const asked = new language.Promise((given) => {
      const first = (event) => {
        event.stopImmediatePropagation();
        self.removeEventListener("message", first, true);
        entered.learn(language.dataOf(event));
        ask = parts.asking(language.portsOf(event)[0], entered.learn);
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
    parts.ways(self, language, parts.piecesOf(language, base, entered), entered, waits, base);
    if (self.Worker) self.Worker = undefined; // a worker's workers would not be guarded
  }

  function guardWorkers(scope, language, base) {
    const { Worker, MessageChannel, URL, Blob } = scope;
    const { prototype } = Worker;
    const { postMessage } = prototype;
    const parts = `{ take: ${take}, piecesOf: ${piecesOf}, enteredOf: ${enteredOf}, ways: ${ways}, asking: (() => {
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
    const guarded = new Proxy(Worker, {
      construct(type, given, target) {
        const address = language.hrefOf(new URL(given[0], base()));
        const options = given[1];
        const worker = construct(type, [begun(address, options?.type === "module"), options], target);
        const { port1, port2 } = new MessageChannel();
        add(workers, port1);
        listen(port1, (event) => {
          const { id, url, pieces } = dataOf(event);
          language.then(ask(bare({ url, pieces })), (answer) => {
            post(port1, bare({ id, may: answer.may, texts: answer.texts }));
          });
        });
        language.apply(postMessage, worker, [bare({ values, isUnlooked: written > looked }), [port2]]);
        return worker;
      },
    });
    language.replace(scope, "Worker", guarded);
    language.replace(prototype, "constructor", guarded);
  }

  const { port1, port2 } = new MessageChannel();
  const entered = enteredOf(language);
  const workers = [];
  let values = [];
  let written = 0; // changes of fields that were seen here
  let looked = 0; // of them, those that had been looked at

  function tellAll() {
    const told = bare({ values, isUnlooked: written > looked });
    entered.learn(told);
    for (let index = 0; index < workers.length; index += 1) post(workers[index], told);
  }

  const ask = asking(port1, (told) => {
    ({ values, looked } = told);
    tellAll();
  });

  /* The extension counts the same events; until it has looked, nothing that may be the text goes. */
  globalThis.addEventListener("input", () => {
    written += 1;
    if (written === looked + 1) tellAll();
  }, true);

  function guard(scope, own) {
    const base = () => own.baseOf(scope.document);
    ways(scope, own, piecesOf(own, base, entered), entered, ask, base);
    guardWorkers(scope, own, base);
    shown(scope, own);
    frames(scope, own, (child) => guard(child, take(child)));
  }

  guard(globalThis, language);
  const offer = () => document.dispatchEvent(new MessageEvent("sluse-port", { ports: [port2], cancelable: true }));
  if (offer()) document.addEventListener("sluse-ready", offer, { capture: true, once: true });
})();
