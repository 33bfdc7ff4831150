/* What the guard uses of the language, taken before the page can replace it.
 *
 * The files of this folder run in the page's own world before any script of the page; `sluse` is
 * there between the first and the last of them only. Their functions run in workers too, from
 * their source, and so use nothing but what they are given.
 */
"use strict";

globalThis.sluse = {};

sluse.language = (scope) => {
  const { Reflect, RegExp, String, Array, Promise, Request, Response, Headers, URL } = scope;
  const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf } = Reflect;
  const { isPrototypeOf } = scope.Object.prototype;
  const method = (type, name) => {
    const taken = type.prototype[name];
    return (self, ...given) => apply(taken, self, given);
  };
  const property = (type, name) => {
    const { get } = getOwnPropertyDescriptor(type.prototype, name);
    return (self) => apply(get, self, []);
  };
  const add = (list, value) =>
    defineProperty(list, list.length, { value, writable: true, enumerable: true, configurable: true });
  /* All pairs of a form, of parameters or of headers, by no iterator that the page could change. */
  const pairs = (type) => {
    const { entries } = type.prototype;
    const { next } = getPrototypeOf(apply(entries, new type(), []));
    return (self) => {
      const iterator = apply(entries, self, []);
      const list = [];
      for (let step = apply(next, iterator, []); !step.done; step = apply(next, iterator, [])) add(list, step.value);
      return list;
    };
  };
  defineProperty(Promise.prototype, "constructor", { value: Promise, writable: false, configurable: false });
  return {
    ...{ apply, defineProperty, descriptor: getOwnPropertyDescriptor, construct: Reflect.construct, keysOf: scope.Object.keys },
    ...{ Blob: scope.Blob, File: scope.File, FormData: scope.FormData, Map: scope.Map, Proxy: scope.Proxy },
    ...{ Promise, Request, Response, Headers, URL, URLSearchParams: scope.URLSearchParams },
    ...{ WeakMap: scope.WeakMap, TypeError: scope.TypeError, DOMException: scope.DOMException },
    ...{ ArrayBuffer: scope.ArrayBuffer, Uint8Array: scope.Uint8Array, isView: scope.ArrayBuffer.isView, isArray: Array.isArray },
    ...{ parse: scope.JSON.parse, stringify: scope.JSON.stringify },
    ...{ method, property },
    exec: method(RegExp, "exec"),
    split: method(String, "split"),
    join: method(Array, "join"),
    lower: method(String, "toLowerCase"),
    normalize: method(String, "normalize"),
    cut: method(String, "slice"),
    includes: method(String, "includes"),
    number: scope.parseInt,
    then: method(Promise, "then"),
    getWeak: method(scope.WeakMap, "get"),
    setWeak: method(scope.WeakMap, "set"),
    getFrom: method(scope.Map, "get"),
    setIn: method(scope.Map, "set"),
    deleteFrom: method(scope.Map, "delete"),
    slice: method(scope.ArrayBuffer, "slice"),
    decode: method(scope.TextDecoder, "decode"),
    lenient: new scope.TextDecoder(),
    utf8: new scope.TextDecoder("utf-8", { fatal: true, ignoreBOM: true }),
    bytesOf: method(Request, "arrayBuffer"),
    formOf: method(Response, "formData"),
    blobBytes: method(scope.Blob, "arrayBuffer"),
    getHeader: method(Headers, "get"),
    dropHeader: method(Headers, "delete"),
    headerPairs: pairs(Headers),
    formPairs: pairs(scope.FormData),
    append: method(scope.FormData, "append"),
    paramPairs: pairs(scope.URLSearchParams),
    addParam: method(scope.URLSearchParams, "append"),
    paramsText: method(scope.URLSearchParams, "toString"),
    searchOf: property(URL, "search"),
    hrefOf: property(URL, "href"),
    headersOf: property(Request, "headers"),
    methodOf: property(Request, "method"),
    urlOf: property(Request, "url"),
    baseOf: scope.Node ? property(scope.Node, "baseURI") : null,
    socketUrl: property(scope.WebSocket, "url"),
    nameOf: property(scope.File, "name"),
    typeOf: property(scope.Blob, "type"),
    dataOf: property(scope.MessageEvent, "data"),
    portsOf: property(scope.MessageEvent, "ports"),
    post: method(scope.MessagePort, "postMessage"),
    listen: (port, heard) => {
      const { set } = getOwnPropertyDescriptor(scope.MessagePort.prototype, "onmessage");
      apply(set, port, [heard]);
    },
    objectUrl: URL.createObjectURL,
    isA: (value, type) =>
      value !== null && typeof value === "object" && apply(isPrototypeOf, type.prototype, [value]),
    /* Nothing that the page does to Array.prototype or Object.prototype reaches these. */
    add,
    bare: (fields) => setPrototypeOf(fields, null) && fields,
    replace: (object, name, value) =>
      defineProperty(object, name, { ...getOwnPropertyDescriptor(object, name), value }),
  };
};
