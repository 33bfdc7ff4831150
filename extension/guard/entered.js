/* What the person wrote that may not leave, as the extension has told; no script of the page learns it. */
"use strict";

sluse.entered = (language) => {
  const { add, exec, getFrom, setIn, Map } = language;
  const FEWEST = 5; // letters and digits of a value that is looked for anywhere; fewer stand alone
  const MOST_KEPT = 2000;
  const LONGEST = 12; // a word of a protocol, longer than which it could be a text that was encoded
  let values = [];
  let short = [];
  let words = new Map();
  let isUnlooked = false;
  const usual = new Map();
  let kept = 0;

  /* In small letters, decoded once if it was encoded. */
  const plainOf = (text) => language.lower(language.normalize(unescaped(text), "NFC"));

  /* Letters and digits alone; `between` stands for what was between them. */
  function letters(plain, between) {
    let read = between;
    let isBetween = true;
    for (let index = 0; index < plain.length; index += 1) {
      if (exec(/[\p{L}\p{N}]/u, plain[index])) {
        read += plain[index];
        isBetween = false;
      } else if (!isBetween) {
        read += between;
        isBetween = true;
      }
    }
    return isBetween ? read : read + between;
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

  function isIn(read, list) {
    for (let index = 0; index < list.length; index += 1) {
      if (language.includes(read, list[index])) return true;
    }
    return false;
  }

  /* Whether there is nothing in the text but words of the values. */
  function isOfValues(plain) {
    const found = language.split(letters(plain, " "), " ");
    let count = 0;
    for (let index = 0; index < found.length; index += 1) {
      if (found[index] === "") continue;
      if (!getFrom(words, found[index])) return false;
      count += found[index].length;
    }
    return count > 2;
  }

  function learnWords(plain) {
    const found = language.split(letters(plain, " "), " ");
    for (let index = 0; index < found.length; index += 1) setIn(words, found[index], true);
  }

  return {
    learn(told) {
      isUnlooked = told.isUnlooked === true;
      values = [];
      short = [];
      words = new Map();
      for (let index = 0; index < told.values.length; index += 1) {
        const plain = plainOf(told.values[index]);
        const read = letters(plain, "");
        learnWords(plain);
        if (read.length >= FEWEST) add(values, read);
        else if (read.length > 1) add(short, letters(plain, " "));
      }
    },
    holds(text) {
      if (values.length + short.length === 0) return false;
      const plain = plainOf(`${text}`);
      return isIn(letters(plain, ""), values) || isIn(letters(plain, " "), short);
    },
    /* Whether a word of a protocol may be what was written, in other letters or as one word of it: it is
     * long and was never sent before anything was written, or it is nothing but words of the values. */
    mayHide(mark) {
      if (values.length + short.length === 0 && !isUnlooked) {
        if (mark.length > LONGEST && kept < MOST_KEPT && !getFrom(usual, mark)) {
          setIn(usual, mark, true);
          kept += 1;
        }
        return false;
      }
      return (mark.length > LONGEST && !getFrom(usual, mark)) || isOfValues(plainOf(mark));
    },
  };
};
