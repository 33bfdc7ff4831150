/* A frame's first, empty document is there before any script of the extension is: whoever could reach
 * its window finds it guarded. Frames come by the calls that put nodes into a document and by the
 * parser, and are reached by their number or from their element. */
"use strict";

sluse.frames = (scope, language, guard) => {
  const { apply, defineProperty, descriptor, getWeak, setWeak, replace, WeakMap } = language;
  const CALLS = {
    Node: ["appendChild", "insertBefore", "replaceChild"],
    Element: [
      "append", "prepend", "before", "after", "replaceWith", "replaceChildren", "moveBefore",
      "insertAdjacentElement", "insertAdjacentHTML", "setHTML", "setHTMLUnsafe",
    ],
    CharacterData: ["before", "after", "replaceWith"],
    Document: ["append", "prepend", "replaceChildren", "write", "writeln", "execCommand"],
    DocumentFragment: ["append", "prepend", "replaceChildren"],
    ShadowRoot: ["setHTML", "setHTMLUnsafe"],
    Range: ["insertNode", "surroundContents"],
  };
  const SETTERS = { Element: ["innerHTML", "outerHTML"], ShadowRoot: ["innerHTML"] };
  const GETTERS = {
    HTMLIFrameElement: ["contentWindow", "contentDocument"],
    HTMLFrameElement: ["contentWindow", "contentDocument"],
    HTMLObjectElement: ["contentWindow", "contentDocument"],
  };
  const guarded = new WeakMap();
  const { get: countOf } = descriptor(scope, "length");

  function look(child) {
    if (!child || getWeak(guarded, child)) return;
    setWeak(guarded, child, true);
    try {
      guard(child);
    } catch {
      // another site's, which has its own document already
    }
  }

  function lookAtAll() {
    const count = apply(countOf, scope, []);
    for (let index = 0; index < count; index += 1) look(scope[index]);
  }

  function each(table, wrap) {
    const types = language.keysOf(table);
    for (let at = 0; at < types.length; at += 1) {
      const { [types[at]]: names } = table;
      const prototype = scope[types[at]]?.prototype;
      for (let index = 0; prototype && index < names.length; index += 1) {
        const own = descriptor(prototype, names[index]);
        if (own) wrap(prototype, names[index], own);
      }
    }
  }

  each(CALLS, (prototype, name, { value: call }) => {
    replace(prototype, name, function (...given) {
      const got = apply(call, this, given);
      lookAtAll();
      return got;
    });
  });
  each(SETTERS, (prototype, name, own) => {
    const set = function (value) {
      apply(own.set, this, [value]);
      lookAtAll();
    };
    defineProperty(prototype, name, { ...own, set });
  });
  each(GETTERS, (prototype, name, own) => {
    const windowOf = descriptor(prototype, "contentWindow").get;
    const get = function () {
      look(apply(windowOf, this, []));
      return apply(own.get, this, []);
    };
    defineProperty(prototype, name, { ...own, get });
  });
  new scope.MutationObserver(lookAtAll).observe(scope.document, { subtree: true, childList: true });
};
