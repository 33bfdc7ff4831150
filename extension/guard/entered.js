/* What the person wrote that may not leave, as the extension has told; no script of the page learns it. */
"use strict";

sluse.entered = (language) => {
  const { add, exec } = language;
  let values = [];

  /* Letters and digits alone, whatever was put between them, decoded once if it was encoded. */
  function letters(text) {
    const plain = language.lower(language.normalize(unescaped(text), "NFC"));
    let kept = "";
    for (let index = 0; index < plain.length; index += 1) {
      if (exec(/[\p{L}\p{N}]/u, plain[index])) kept += plain[index];
    }
    return kept;
  }

  function unescaped(text) {
    const escaped = /(?:%[0-9a-f]{2})+/giu;
    let plain = "";
    let done = 0;
    for (let found = exec(escaped, text); found; found = exec(escaped, text)) {
      plain += language.cut(text, done, found.index) + decoded(found[0]);
      done = found.index + found[0].length;
    }
    return plain + language.cut(text, done);
  }

  function decoded(run) {
    const bytes = new language.Uint8Array(run.length / 3);
    for (let index = 0; index < bytes.length; index += 1) {
      bytes[index] = language.number(language.cut(run, 3 * index + 1, 3 * index + 3), 16);
    }
    return language.decode(language.lenient, bytes);
  }

  return {
    learn(told) {
      values = [];
      for (let index = 0; index < told.length; index += 1) add(values, letters(told[index]));
    },
    holds(text) {
      if (values.length === 0) return false;
      const read = letters(`${text}`);
      for (let index = 0; index < values.length; index += 1) {
        if (language.includes(read, values[index])) return true;
      }
      return false;
    },
  };
};
