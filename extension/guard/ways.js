/* The ways out of a page or a worker: each waits for the verdict, and without one sends nothing. */
"use strict";

sluse.ways = (scope, language, pieces, entered, ask, base) => {
  const { Promise, Request, Headers, URL, URLSearchParams, FormData, WeakMap, TypeError } = language;
  const { add, apply, bare, then, getWeak, setWeak, replace, isA } = language;
  const addressOf = (url) => language.hrefOf(new URL(url, base()));

  /* Whether the pieces may go; afterwards they are what may go. */
  async function mayGo(url, list, purpose) {
    if (list.length === 0) return true;
    const told = [];
    for (let index = 0; index < list.length; index += 1) {
      const { text, bytes, name, told: mark } = list[index];
      add(told, bytes === undefined ? bare({ text, told: mark }) : bare({ bytes, name }));
    }
    const answer = await ask(bare({ url, pieces: told, purpose }));
    if (answer.may !== true) return false;
    for (let index = 0; index < list.length; index += 1) {
      const changed = answer.texts[index];
      if (changed === null || changed === undefined) continue;
      if (list[index].put === null) return false;
      list[index].put(changed);
    }
    return true;
  }

  /* What may be sent of a body that has been read, in `sent`; undefined when nothing may. */
  async function cleared(url, read, original) {
    const { pieces: list, build } = await read;
    let count = 0; // of texts and files, which may be changed
    for (let index = 0; index < list.length; index += 1) count += list[index].told ? 0 : 1;
    const address = pieces.ofAddress(url);
    for (let index = 0; index < address.length; index += 1) add(list, address[index]);
    if (!(await mayGo(url, list))) return undefined;
    return bare({ sent: count ? build() : original });
  }

  /* The caller goes on changing its bytes; what is sent is what was looked at. */
  function kept(body) {
    if (language.isView(body)) {
      return language.slice(body.buffer, body.byteOffset, body.byteOffset + body.byteLength);
    }
    if (isA(body, language.ArrayBuffer)) return language.slice(body, 0);
    return isA(body, URLSearchParams) ? new URLSearchParams(`${body}`) : body;
  }

  /* What may not leave is in no header: the request goes without it. */
  function clearHeaders(headers) {
    const rows = language.headerPairs(headers);
    for (let index = 0; index < rows.length; index += 1) {
      if (entered.holds(`${rows[index][0]} ${rows[index][1]}`)) language.dropHeader(headers, rows[index][0]);
    }
  }

  function guardFetch() {
    const { fetch } = scope;
    replace(scope, "fetch", async function (input, init) {
      const isAddress = typeof input === "string" || isA(input, URL);
      const request = new Request(isAddress ? addressOf(input) : input, init);
      const method = language.methodOf(request);
      const url = language.urlOf(request);
      clearHeaders(language.headersOf(request));
      const bytes = method === "GET" || method === "HEAD" ? null : await language.bytesOf(request);
      const type = language.getHeader(language.headersOf(request), "Content-Type");
      const read = bytes ? pieces.ofBytes(bytes, type) : { pieces: [], build: null };
      const may = await cleared(url, read, bytes);
      if (may === undefined) throw new TypeError("Failed to fetch");
      if (!bytes || bytes.byteLength === 0) return fetch(request);
      if (!isA(may.sent, FormData)) return fetch(new Request(request, { body: may.sent }));
      const headers = new Headers(language.headersOf(request));
      language.dropHeader(headers, "Content-Type"); // the form brings its own boundary
      return fetch(new Request(request, { body: may.sent, headers }));
    });
    if ("fetchLater" in scope) replace(scope, "fetchLater", undefined); // cannot wait
  }

  function guardXhr() {
    const { prototype } = scope.XMLHttpRequest;
    const { open, send, abort, setRequestHeader } = prototype;
    const { dispatchEvent } = scope.EventTarget.prototype;
    const { ProgressEvent } = scope;
    const states = new WeakMap();
    const refuse = (xhr) => {
      setWeak(states, xhr, null);
      apply(abort, xhr, []);
      apply(dispatchEvent, xhr, [new ProgressEvent("error")]);
      apply(dispatchEvent, xhr, [new ProgressEvent("loadend")]);
    };
    replace(prototype, "open", function (method, url, ...rest) {
      const address = addressOf(url);
      apply(open, this, [method, address, ...rest]);
      setWeak(states, this, bare({ url: address, isSync: rest[0] === false, type: "" }));
    });
    replace(prototype, "setRequestHeader", function (name, value) {
      if (entered.holds(`${name} ${value}`)) return;
      apply(setRequestHeader, this, [name, value]);
      if (language.exec(/^content-type$/i, `${name}`)) getWeak(states, this).type = `${value}`;
    });
    replace(prototype, "abort", function () {
      setWeak(states, this, null);
      apply(abort, this, []);
    });
    replace(prototype, "send", function (body) {
      const state = getWeak(states, this);
      const given = kept(body);
      if (!state || pieces.isPlain(state.url, given)) return apply(send, this, [given]);
      if (state.isSync) throw new language.DOMException("A network error occurred.", "NetworkError");
      const source = isA(given, scope.Node ?? Headers) ? new scope.XMLSerializer().serializeToString(given) : given;
      const sending = (may) => {
        if (getWeak(states, this) !== state) return;
        if (may === undefined) refuse(this);
        else apply(send, this, [may.sent]);
      };
      then(cleared(state.url, pieces.ofBody(source ?? "", state.type), source), sending, () => refuse(this));
      return undefined;
    });
  }

  /* Messages in their order: behind one that waits none may pass. */
  function guardSend(type, urlOf) {
    const { prototype } = type;
    const { send } = prototype;
    const queues = new WeakMap();
    replace(prototype, "send", function (body) {
      const waiting = getWeak(queues, this);
      const given = kept(body);
      if (!waiting && pieces.isPlain("", given)) return apply(send, this, [given]);
      const turn = async () => {
        const may = await cleared(urlOf(this), pieces.ofBody(given, ""), given);
        if (may !== undefined) apply(send, this, [may.sent]);
      };
      const end = () => {
        if (getWeak(queues, this) === done) setWeak(queues, this, undefined);
      };
      const done = then(then(waiting ?? Promise.resolve(), turn), end, end);
      setWeak(queues, this, done);
      return undefined;
    });
  }

  function guardBeacon() {
    const { prototype } = scope.Navigator;
    const { sendBeacon } = prototype;
    replace(prototype, "sendBeacon", function (url, body) {
      const address = addressOf(url);
      const given = kept(body);
      if (pieces.isPlain(address, given)) return apply(sendBeacon, this, [address, given]);
      const sending = (may) => may && apply(sendBeacon, this, [address, may.sent]);
      then(cleared(address, pieces.ofBody(given ?? "", ""), given), sending, () => undefined);
      return true;
    });
  }

  /* A socket whose protocol would tell what may not leave is none. */
  function guardSocket() {
    const { WebSocket, DOMException } = scope;
    const guarded = new language.Proxy(WebSocket, {
      construct(type, given, target) {
        const protocols = given[1] === undefined ? "" : `${given[1]}`;
        if (entered.holds(protocols)) throw new DOMException("The connection is refused.", "SecurityError");
        return language.construct(type, protocols ? [given[0], language.split(protocols, ",")] : [given[0]], target);
      },
    });
    replace(scope, "WebSocket", guarded);
    replace(WebSocket.prototype, "constructor", guarded);
  }

  function guardCookies() {
    const { get, set } = language.descriptor(scope.Document.prototype, "cookie");
    language.defineProperty(scope.Document.prototype, "cookie", {
      get,
      set(cookie) {
        const given = `${cookie}`;
        if (!entered.holds(given)) apply(set, this, [given]);
      },
      enumerable: true,
      configurable: true,
    });
    const { prototype } = scope.CookieStore;
    const { set: setOne } = prototype;
    replace(prototype, "set", async function (name, value) {
      const given = value === undefined && typeof name === "object" ? bare({ ...name }) : bare({ name: `${name}`, value: `${value}` });
      if (entered.holds(`${given.name} ${given.value} ${given.path}`)) throw new TypeError("The cookie is refused.");
      return apply(setOne, this, [given]);
    });
  }

  /* A form that takes the page elsewhere with what is in it, by a script or by an event that no
   * script of the page has taken over. */
  function guardForms() {
    const { prototype } = scope.HTMLFormElement;
    const { submit, requestSubmit } = prototype;
    const { preventDefault } = scope.Event.prototype;
    const targetOf = language.property(scope.Event, "target");
    const isTaken = language.property(scope.Event, "defaultPrevented");
    const submitterOf = language.property(scope.SubmitEvent, "submitter");
    const actionOf = language.property(scope.HTMLFormElement, "action");
    const methodOf = language.property(scope.HTMLFormElement, "method");
    const passing = new WeakMap();
    const paramsOf = (data) => {
      const made = new URLSearchParams();
      const rows = language.formPairs(data);
      for (let index = 0; index < rows.length; index += 1) {
        const { 0: name, 1: value } = rows[index];
        language.addParam(made, name, typeof value === "string" ? value : language.nameOf(value));
      }
      return language.paramsText(made);
    };

    /* Nothing is put into a form: its fields are the person's. */
    async function read(data) {
      const { pieces: list } = await pieces.ofBody(data, "");
      for (let index = 0; index < list.length; index += 1) list[index].put = null;
      return { pieces: list, build: () => true };
    }
    function hold(form, submitter, go) {
      const data = new FormData(form, submitter);
      const before = paramsOf(data);
      const sending = (may) => may && paramsOf(new FormData(form, submitter)) === before && go();
      then(cleared(actionOf(form), read(data), true), sending, () => undefined);
    }
    replace(prototype, "submit", function () {
      hold(this, null, () => apply(submit, this, []));
    });
    scope.addEventListener("submit", (event) => {
      const form = targetOf(event);
      if (isTaken(event) || getWeak(passing, form) || methodOf(form) === "dialog") return;
      apply(preventDefault, event, []);
      const submitter = submitterOf(event);
      hold(form, submitter, () => {
        setWeak(passing, form, true);
        apply(requestSubmit, form, [submitter]);
        setWeak(passing, form, undefined);
      });
    });
  }

  /* What a page takes from the clipboard by itself is held as what is pasted. */
  function guardClipboard() {
    const { readText } = scope.Clipboard.prototype;
    const refused = () => new language.DOMException("Read permission denied.", "NotAllowedError");
    replace(scope.Clipboard.prototype, "readText", async function () {
      const text = await apply(readText, this, []);
      const piece = bare({ text, put: (changed) => { piece.text = changed; } });
      if (text && !(await mayGo("", [piece], "insert"))) throw refused();
      return piece.text;
    });
    const { getType } = scope.ClipboardItem.prototype;
    replace(scope.ClipboardItem.prototype, "getType", async function (type) {
      const blob = await apply(getType, this, [type]);
      const bytes = await language.blobBytes(blob);
      const piece = bare({ bytes, name: "", put: (changed) => { piece.bytes = changed; } });
      if (!(await mayGo("", [piece], "insert"))) throw refused();
      return new language.Blob([piece.bytes], { type: language.typeOf(blob) });
    });
  }

  guardFetch();
  if ("XMLHttpRequest" in scope) guardXhr();
  guardSend(scope.WebSocket, language.socketUrl);
  guardSocket();
  if ("RTCDataChannel" in scope) guardSend(scope.RTCDataChannel, base);
  if ("sendBeacon" in scope.navigator) guardBeacon();
  if ("HTMLFormElement" in scope) guardForms();
  if ("Document" in scope) guardCookies();
  if ("Clipboard" in scope) guardClipboard();
  if ("WebTransport" in scope) replace(scope, "WebTransport", undefined); // cannot be looked into
  if ("WebSocketStream" in scope) replace(scope, "WebSocketStream", undefined); // the same
};
