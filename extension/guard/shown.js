/* What Sluse shows in the page is for the person: a selection reads to the page as its own nodes do. */
"use strict";

sluse.shown = (scope, language) => {
  const { apply, method, replace } = language;
  const { prototype } = scope.Selection;
  const { toString } = prototype;
  const rangeOf = method(scope.Selection, "getRangeAt");
  const countOf = language.property(scope.Selection, "rangeCount");
  const textOf = method(scope.Range, "toString");

  function letters(text) {
    let kept = "";
    for (let index = 0; index < text.length; index += 1) {
      if (text[index] > " " && text[index] !== "\u00a0") kept += text[index];
    }
    return kept;
  }

  replace(prototype, "toString", function () {
    const read = apply(toString, this, []);
    const own = countOf(this) ? textOf(rangeOf(this, 0)) : "";
    return letters(read) === letters(own) ? read : own;
  });
};
