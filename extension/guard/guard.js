/* The net below: what the page sends by script waits for the verdict, whatever the page looks like.
 *
 * Runs in the page's own world before any script of the page, and inside its workers. It decides
 * nothing: it takes the texts out of what is sent, asks, and sends what it is told to. No answer
 * means that nothing is sent. Everything it uses of the language is taken now, before the page can
 * replace it; the way to the extension is a port that no other script has ever seen.
 */
(() => {
  "use strict";

  function guard(scope, ask, base) {
    const { Blob, FormData, Headers, Promise, Request, Response, TextDecoder, URL, URLSearchParams } = scope;
    const { WeakMap, TypeError, DOMException, ArrayBuffer, File, Proxy } = scope;
    const { apply, construct, defineProperty, getOwnPropertyDescriptor, ownKeys } = scope.Reflect;
    const { parse, stringify } = scope.JSON;
    const { isArray, from } = scope.Array;
    const { isView } = ArrayBuffer;
    const uncurry = (method) => (self, ...given) => apply(method, self, given);
    const reader = (type, name) => uncurry(getOwnPropertyDescriptor(type.prototype, name).get);
    const test = uncurry(scope.RegExp.prototype.exec);
    const split = uncurry(scope.String.prototype.split);
    const join = uncurry(scope.Array.prototype.join);
    const push = uncurry(scope.Array.prototype.push);
    const then = uncurry(Promise.prototype.then);
    const decode = uncurry(TextDecoder.prototype.decode);
    const bytesOf = uncurry(Request.prototype.arrayBuffer);
    const formOf = uncurry(Response.prototype.formData);
    const headersOf = reader(Request, "headers");
    const methodOf = reader(Request, "method");
    const urlOf = reader(Request, "url");
    const [getHeader, dropHeader] = [uncurry(Headers.prototype.get), uncurry(Headers.prototype.delete)];
    const [getWeak, setWeak] = [uncurry(WeakMap.prototype.get), uncurry(WeakMap.prototype.set)];
    const entriesOf = uncurry(FormData.prototype.entries);
    const append = uncurry(FormData.prototype.append);
    const blobBytes = uncurry(Blob.prototype.arrayBuffer);
    const [nameOf, typeOf] = [reader(File, "name"), reader(Blob, "type")];
    const paramsOf = uncurry(URLSearchParams.prototype.entries);
    const searchOf = reader(URL, "search");
    const instanceOf = (value, type) => {
      try {
        return value !== null && typeof value === "object" && apply(isPrototype, type.prototype, [value]);
      } catch {
        return false;
      }
    };
    const isPrototype = scope.Object.prototype.isPrototypeOf;
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

    /* ---- texts in what is sent ---- */

    /* Words of a protocol, ids and tokens of a machine: nobody's text. */
    const WORD = /^[A-Za-z][A-Za-z0-9_.:/+=-]{0,63}$/;
    const DIGITS = /[0-9]{6}/;
    const UUID = /^[a-z_-]{0,12}[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
    const TOKEN = /^(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9_.~+/=:-]{40,}$/;
    const TIME = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,}(Z|[+-][0-9:]{4,6})?$/;
    const SHORTEST = 5;

    function isText(value) {
      if (value.length < SHORTEST) return false;
      if (test(WORD, value) && !test(DIGITS, value)) return false;
      return !(test(UUID, value) || test(TOKEN, value) || test(TIME, value));
    }

    /* A piece: its text, or its bytes; `put` writes another text in its place. */
    function walk(value, pieces, put) {
      if (typeof value === "string") {
        if (isText(value)) push(pieces, { text: value, put });
      } else if (value !== null && typeof value === "object") {
        for (const key of ownKeys(value)) {
          if (isArray(value) && key === "length") continue;
          if (!isArray(value) && isText(key)) push(pieces, { text: key, put: null });
          walk(value[key], pieces, (text) => {
            value[key] = text;
          });
        }
      }
    }

    function opened(value) {
      try {
        const parsed = parse(value);
        return parsed !== null && typeof parsed === "object" ? { parsed } : null;
      } catch {
        return null;
      }
    }

    /* JSON, or JSON frames with a record separator after each (SignalR), or plain text. */
    function fromText(body, type) {
      const pieces = [];
      if (type !== null && test(/x-www-form-urlencoded/, type)) return fromParams(body);
      const frames = split(body, "\u001e");
      const read = [];
      for (const frame of frames) {
        const json = opened(frame);
        const holder = json ?? { parsed: frame };
        push(read, { holder, isJson: json !== null });
        if (json) walk(json.parsed, pieces, null);
        else if (isText(frame)) push(pieces, { text: frame, put: (text) => { holder.parsed = text; } });
      }
      const built = () => {
        const written = [];
        for (const { holder, isJson } of read) push(written, isJson ? stringify(holder.parsed) : holder.parsed);
        return join(written, "\u001e");
      };
      return { pieces, built };
    }

    function fromParams(body) {
      const pieces = [];
      const pairs = from(paramsOf(new URLSearchParams(body)));
      for (const pair of pairs) {
        if (isText(pair[0])) push(pieces, { text: pair[0], put: null });
        walk(pair[1], pieces, (text) => { pair[1] = text; });
      }
      return { pieces, built: () => `${new URLSearchParams(pairs)}` };
    }

    async function fromForm(form) {
      const pieces = [];
      const rows = from(entriesOf(form));
      for (const row of rows) {
        if (typeof row[1] === "string") {
          const inner = fromText(row[1], null);
          for (const piece of inner.pieces) {
            const { put } = piece;
            push(pieces, { text: piece.text, put: put && ((text) => { put(text); row[1] = inner.built(); }) });
          }
        } else {
          const name = nameOf(row[1]);
          const type = typeOf(row[1]);
          const bytes = await blobBytes(row[1]);
          if (isText(name)) push(pieces, { text: name, put: null });
          push(pieces, { bytes, name, put: (text) => { row[1] = new File([text], name, { type }); } });
        }
      }
      const built = () => {
        const made = new FormData();
        for (const [key, value] of rows) append(made, key, value);
        return made;
      };
      return { pieces, built };
    }

    async function fromBytes(bytes, type) {
      if (bytes.byteLength === 0) return { pieces: [], built: () => bytes };
      if (type !== null && test(/^multipart\/form-data/, type)) {
        return fromForm(await formOf(new Response(bytes, { headers: { "Content-Type": type } })));
      }
      const text = textOf(bytes);
      if (text !== null) return fromText(text, type);
      const holder = { bytes };
      const put = (changed) => { holder.bytes = changed; };
      return { pieces: [{ bytes, name: "", put }], built: () => holder.bytes };
    }

    function textOf(bytes) {
      try {
        const text = decode(strict, bytes);
        return test(/\0/, text) ? null : text;
      } catch {
        return null;
      }
    }

    function ofAddress(url) {
      try {
        return fromParams(searchOf(new URL(url, base))).pieces;
      } catch {
        return [];
      }
    }

    /* ---- the verdict ---- */

    /* Whether it may go; the pieces are then what may go. */
    async function mayGo(url, pieces) {
      if (pieces.length === 0) return true;
      const told = [];
      for (const { text, bytes, name } of pieces) push(told, text === undefined ? { bytes, name } : { text });
      const answer = await ask({ url: `${url}`, pieces: told });
      if (answer.may !== true) return false;
      for (let at = 0; at < pieces.length; at += 1) {
        const changed = answer.pieces === undefined ? undefined : answer.pieces[at];
        if (typeof changed !== "string") continue;
        if (pieces[at].put === null) return false;
        pieces[at].put(changed);
      }
      return true;
    }

    const fixed = (pieces) => {
      for (const piece of pieces) piece.put = null;
      return pieces;
    };

    /* A body as what may be sent of it; undefined when it may not. */
    async function cleared(url, body, type) {
      const { pieces, built } = await body(type);
      for (const piece of fixed(ofAddress(url))) push(pieces, piece);
      if (!(await mayGo(url, pieces))) return undefined;
      return { body: pieces.length ? built() : null };
    }

    const held = () => new TypeError("Failed to fetch");

    /* ---- the ways out ---- */

    const put = (object, name, value) => defineProperty(object, name, { ...getOwnPropertyDescriptor(object, name), value });

    function guardFetch() {
      const { fetch } = scope;
      put(scope, "fetch", async function (input, init) {
        const request = new Request(input, init); // read once: what is looked at is what is sent
        const method = methodOf(request);
        const url = urlOf(request);
        if (method === "GET" || method === "HEAD") {
          if (!(await mayGo(url, fixed(ofAddress(url))))) throw held();
          return fetch(request);
        }
        const bytes = await bytesOf(request);
        const type = getHeader(headersOf(request), "Content-Type");
        const sent = await cleared(url, () => fromBytes(bytes, type), type);
        if (sent === undefined) throw held();
        const body = sent.body ?? (bytes.byteLength ? bytes : undefined);
        const made = new Request(request, { body });
        if (!instanceOf(body, FormData)) return fetch(made);
        const headers = new Headers(headersOf(request));
        dropHeader(headers, "Content-Type"); // the new form brings its own boundary
        return fetch(new Request(request, { body, headers }));
      });
      if ("fetchLater" in scope) put(scope, "fetchLater", undefined); // cannot wait for a verdict
    }

    /* Any body that fetch takes, read by fetch's own rules. */
    async function bodyOf(given, type) {
      if (typeof given === "string") return fromText(given, type);
      const request = new Request(base, { method: "POST", body: given, duplex: "half" });
      const bytes = await bytesOf(request);
      return fromBytes(bytes, type ?? getHeader(headersOf(request), "Content-Type"));
    }

    const needsNoLook = (url, body) =>
      ofAddress(url).length === 0 &&
      (body === null || body === undefined || (typeof body === "string" && fromText(body, null).pieces.length === 0));

    function guardXhr() {
      const { prototype } = scope.XMLHttpRequest;
      const { open, send, abort, setRequestHeader } = prototype;
      const states = new WeakMap();
      put(prototype, "open", function (method, url, ...rest) {
        apply(open, this, [method, url, ...rest]);
        setWeak(states, this, { url: `${new URL(url, base)}`, isSync: rest[0] === false, type: null });
      });
      put(prototype, "setRequestHeader", function (name, value) {
        apply(setRequestHeader, this, [name, value]);
        if (test(/^content-type$/i, `${name}`)) getWeak(states, this).type = `${value}`;
      });
      put(prototype, "abort", function () {
        setWeak(states, this, null);
        apply(abort, this, []);
      });
      put(prototype, "send", function (body) {
        const state = getWeak(states, this);
        const given = instanceOf(body, URLSearchParams) ? new URLSearchParams(body) : body;
        if (!state || needsNoLook(state.url, given)) return apply(send, this, [given]);
        if (state.isSync) throw new DOMException("Held by Sluse", "NetworkError");
        then(cleared(state.url, (type) => bodyOf(given ?? "", type), state.type), (sent) => {
          if (getWeak(states, this) !== state) return;
          if (sent === undefined) refuse(this);
          else apply(send, this, [sent.body ?? given]);
        }, () => refuse(this));
        return undefined;
      });
      const dispatch = uncurry(scope.EventTarget.prototype.dispatchEvent);
      const { ProgressEvent } = scope;
      const refuse = (xhr) => {
        apply(abort, xhr, []);
        dispatch(xhr, new ProgressEvent("error"));
        dispatch(xhr, new ProgressEvent("loadend"));
      };
    }

    /* Messages in their order: one that waits lets none behind it pass. */
    function guardSend(prototype, addressOf) {
      const { send } = prototype;
      const queues = new WeakMap();
      put(prototype, "send", function (body) {
        const waiting = getWeak(queues, this);
        if (!waiting && needsNoLook("", typeof body === "string" ? body : {})) return apply(send, this, [body]);
        const given = snapshot(body);
        const turn = then(waiting ?? Promise.resolve(), async () => {
          const url = addressOf(this);
          const { pieces, built } = await bodyOf(given, null);
          if (!(await mayGo(url, pieces))) return;
          apply(send, this, [pieces.length ? built() : given]);
        });
        const done = then(turn, () => {}, () => {});
        setWeak(queues, this, done);
        then(done, () => getWeak(queues, this) === done && setWeak(queues, this, undefined));
        return undefined;
      });
    }

    const slice = uncurry(ArrayBuffer.prototype.slice);
    const snapshot = (body) => {
      if (isView(body)) return slice(body.buffer, body.byteOffset, body.byteOffset + body.byteLength);
      return instanceOf(body, ArrayBuffer) ? slice(body, 0) : body;
    };

    function guardBeacon() {
      const { prototype } = scope.Navigator;
      const { sendBeacon } = prototype;
      put(prototype, "sendBeacon", function (url, body) {
        const address = `${new URL(url, base)}`;
        if (needsNoLook(address, body)) return apply(sendBeacon, this, [url, body]);
        const given = instanceOf(body, URLSearchParams) ? `${body}` : snapshot(body);
        then(cleared(address, (type) => bodyOf(given ?? "", type), null), (sent) => {
          if (sent !== undefined) apply(sendBeacon, this, [address, sent.body ?? given]);
        }, () => {});
        return true;
      });
    }

    /* A worker begins with this guard, and asks by way of the page. */
    function guardWorkers() {
      const { Worker, MessageChannel } = scope;
      const post = uncurry(Worker.prototype.postMessage);
      const objectUrl = URL.createObjectURL;
      const begin = (address, isModule) => `(${guardWorker})(${guard},${stringify(address)},${isModule});`;
      put(scope, "Worker", new Proxy(Worker, {
        construct(type, [url, options], target) {
          const address = `${new URL(url, base)}`;
          const isModule = options?.type === "module";
          const blob = new Blob([begin(address, isModule)], { type: "text/javascript" });
          const worker = construct(type, [objectUrl(blob), options], target);
          const { port1, port2 } = new MessageChannel();
          answer(port1, ask);
          post(worker, "sluse", [port2]);
          return worker;
        },
      }));
    }

    const isWindow = "document" in scope;
    guardFetch();
    if ("XMLHttpRequest" in scope) guardXhr();
    guardSend(scope.WebSocket.prototype, reader(scope.WebSocket, "url"));
    if ("RTCDataChannel" in scope) guardSend(scope.RTCDataChannel.prototype, () => base);
    if ("WebTransport" in scope) put(scope, "WebTransport", undefined); // nothing here can look into it
    if (isWindow) guardBeacon();
    if ("Worker" in scope) guardWorkers();
  }
})();
