/* The texts in what is sent, and what is sent with other texts in their place.
 *
 * A piece is a text, or the bytes of a file; `put` writes another text in its place, and is null
 * where nothing can be written. Nothing is detected here: only what is nobody's text, the words
 * and ids of a protocol, is left out. A piece that is `hidden` has no text: it stands for such a
 * word or a list of numbers that may be what the person has written, in another form, and one that
 * is `held` for a word that is.
 */
"use strict";

sluse.pieces = (language, base, entered) => {
  const { Request, Response, URL, URLSearchParams, FormData, File } = language;
  const { add, bare, exec, split, join, isArray, keysOf, parse, stringify } = language;

  const SHORTEST = 5;
  const WORD = /^[A-Za-z][A-Za-z0-9_.:/+=-]{0,63}$/;
  const DIGITS = /[0-9]{6}/;
  const UUID = /^[a-z_-]{0,12}[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
  const TOKEN = /^(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9_.~+/=:-]{40,}$/;
  const TIME = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}(Z|[+-][0-9:]{4,6})?$/;
  const FORM = /^multipart\/form-data/i;
  const PARAMS = /^application\/x-www-form-urlencoded/i;

  function isText(value) {
    if (value.length < SHORTEST) return false;
    if (exec(WORD, value) && !exec(DIGITS, value)) return false;
    return !(exec(UUID, value) || exec(TOKEN, value) || exec(TIME, value));
  }

  const LIST = 8; // numbers in a row that could be letters

  function see(mark, pieces) {
    if (entered.holds(mark)) add(pieces, bare({ told: "held", put: null }));
    else if (!exec(UUID, mark) && !exec(TIME, mark) && entered.mayHide(mark)) add(pieces, bare({ told: "hidden", put: null }));
  }

  function isOfNumbers(list) {
    for (let index = 0; index < list.length; index += 1) {
      if (typeof list[index] !== "number") return false;
    }
    return list.length >= LIST;
  }

  const at = (holder, key) => (text) => {
    holder[key] = text;
  };

  /* Every text in a value of JSON, the names of its members too. */
  function walk(value, pieces, put) {
    if (typeof value === "string") {
      if (isText(value)) add(pieces, bare({ text: value, put }));
      else see(value, pieces);
      return;
    }
    if (value === null || typeof value !== "object") return;
    if (isArray(value) && isOfNumbers(value)) see(join(value, "-"), pieces);
    const keys = keysOf(value);
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index];
      if (!isArray(value)) walk(key, pieces, null);
      walk(value[key], pieces, at(value, key));
    }
    // the page's own toJSON would write something else
    if (!language.descriptor(value, "toJSON")) language.defineProperty(value, "toJSON", bare({ value: undefined }));
  }

  function json(text) {
    try {
      const value = parse(text);
      return value !== null && typeof value === "object" ? value : null;
    } catch {
      return null;
    }
  }

  /* JSON, or frames of JSON with a record separator after each (SignalR), or plain text. */
  function ofText(body, type) {
    if (type && exec(PARAMS, type)) return ofParams(body);
    const pieces = [];
    const frames = split(body, "\u001e");
    const values = [];
    for (let index = 0; index < frames.length; index += 1) {
      const value = json(frames[index]);
      add(values, value);
      walk(value ?? frames[index], pieces, at(frames, index));
    }
    const build = () => {
      for (let index = 0; index < frames.length; index += 1) {
        if (values[index] !== null) frames[index] = stringify(values[index]);
      }
      return join(frames, "\u001e");
    };
    return { pieces, build };
  }

  function ofParams(body) {
    const pieces = [];
    const pairs = language.paramPairs(new URLSearchParams(body));
    for (let index = 0; index < pairs.length; index += 1) {
      if (isText(pairs[index][0])) add(pieces, bare({ text: pairs[index][0], put: null }));
      walk(pairs[index][1], pieces, at(pairs[index], 1));
    }
    const build = () => {
      const made = new URLSearchParams();
      for (let index = 0; index < pairs.length; index += 1) language.addParam(made, pairs[index][0], pairs[index][1]);
      return language.paramsText(made);
    };
    return { pieces, build };
  }

  async function ofForm(form) {
    const pieces = [];
    const rows = language.formPairs(form);
    for (let index = 0; index < rows.length; index += 1) await ofField(rows[index], pieces);
    const build = () => {
      const made = new FormData();
      for (let index = 0; index < rows.length; index += 1) language.append(made, rows[index][0], rows[index][1]);
      return made;
    };
    return { pieces, build };
  }

  async function ofField(row, pieces) {
    const value = row[1];
    if (typeof value === "string") {
      const inner = ofText(value, "");
      for (let index = 0; index < inner.pieces.length; index += 1) {
        const { text, told, put } = inner.pieces[index];
        const within = (changed) => {
          put(changed);
          row[1] = inner.build();
        };
        add(pieces, bare({ text, told, put: put && within }));
      }
      return;
    }
    const name = language.nameOf(value);
    const type = language.typeOf(value);
    const write = (changed) => {
      row[1] = new File([changed], name, { type });
    };
    if (isText(name)) add(pieces, bare({ text: name, put: null }));
    add(pieces, bare({ bytes: await language.blobBytes(value), name, put: write }));
  }

  function textOf(bytes) {
    try {
      const text = language.decode(language.utf8, bytes);
      return exec(/\0/, text) ? null : text;
    } catch {
      return null;
    }
  }

  async function ofBytes(bytes, type) {
    if (bytes.byteLength === 0) return { pieces: [], build: () => null };
    if (type && exec(FORM, type)) {
      return ofForm(await language.formOf(new Response(bytes, { headers: { "Content-Type": type } })));
    }
    const text = textOf(bytes);
    if (text !== null) return ofText(text, type);
    const holder = { bytes };
    return { pieces: [bare({ bytes, name: "", put: at(holder, "bytes") })], build: () => holder.bytes };
  }

  /* Any body that fetch takes, read by fetch's own rules. */
  async function ofBody(body, type) {
    if (typeof body === "string") return ofText(body, type);
    const request = new Request("https://sluse.invalid/", { method: "POST", body, duplex: "half" });
    const bytes = await language.bytesOf(request);
    return ofBytes(bytes, type || language.getHeader(language.headersOf(request), "Content-Type"));
  }

  function ofAddress(url) {
    try {
      const { pieces } = ofParams(language.searchOf(new URL(url, base())));
      for (let index = 0; index < pieces.length; index += 1) pieces[index].put = null;
      return pieces;
    } catch {
      return [];
    }
  }

  /* Whether it can be told at once that there is no text in it. */
  function isPlain(url, body) {
    if (url && ofAddress(url).length) return false;
    if (body === null || body === undefined) return true;
    return typeof body === "string" && ofText(body, "").pieces.length === 0;
  }

  return { ofText, ofBytes, ofBody, ofAddress, isPlain };
};
