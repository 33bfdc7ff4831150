"""Every place beside a body where a script can put a text: an async function's body, given it.

Each waits for what it has begun, and leaves the page as it was; LEAVING has what does not.
"""

_AFTER = "await new Promise((end) => setTimeout(end, 250))"
_IN_QUERY = "const told = `/x?${Math.random()}&a=${encodeURIComponent(given[0])}`;"  # never cached
_ELEMENTS = {
    "a picture": "img src",
    "a set of pictures": "img srcset",
    "a frame": "iframe src",
    "a frame of another kind": "embed src",
    "an object": "object data",
    "a script": "script src",
    "a style sheet": "link href rel=stylesheet",
    "a page fetched beforehand": "link href rel=prefetch",
    "a script fetched beforehand": "link href rel=modulepreload",
    "a picture fetched beforehand": "link href rel=preload as=image",
    "a sound": "audio src",
    "a film": "video src",
    "a poster": "video poster",
    "a button that is a picture": "input src type=image",
}


def _element(told: str) -> str:
    name, attribute, *others = told.split()
    pairs = (one.split("=") for one in others)
    set_others = "".join(f"element.setAttribute('{key}', '{value}');" for key, value in pairs)
    return f"""
        {_IN_QUERY}
        const element = document.createElement('{name}');
        {set_others}
        element.setAttribute('{attribute}', told);
        document.body.append(element);
        {_AFTER}"""


def _code(lines: str) -> str:
    return f"{_IN_QUERY}\n{lines}\n{_AFTER}"


ADDRESSES = {
    **{name: _element(told) for name, told in _ELEMENTS.items()},
    "a picture that is not shown": _code("new Image().src = told;"),
    "a picture of an SVG": _code("""
        document.body.insertAdjacentHTML('beforeend', `<svg><image href="${told}"/></svg>`);"""),
    "markup": _code("document.body.insertAdjacentHTML('beforeend', `<img src='${told}'>`);"),
    "a document that is written": _code("""
        const frame = document.createElement('iframe');
        document.body.append(frame);
        frame.contentDocument.write(`<img src='${location.origin}${told}'>`);"""),
    "a document of a frame": _code("""
        const frame = document.createElement('iframe');
        frame.srcdoc = `<img src='${location.origin}${told}'>`;
        document.body.append(frame);"""),
    "a background": _code("""
        document.body.style.backgroundImage = `url("${told}")`;"""),
    "a rule of style": _code("""
        const style = document.createElement('style');
        style.textContent = `html { background: url("${told}") }`;
        document.head.append(style);"""),
    "a font": _code("""
        await new FontFace('x', `url("${told}")`).load().catch(() => 0);"""),
    "a stream of events": _code("new EventSource(told);"),
    "a socket": _code("new WebSocket(told.replace('/x', '/c/api/chat'));"),
    "a protocol of a socket": """
        new WebSocket('/c/api/chat', given[0].replace(/[^a-z]/giu, '-'));
        await new Promise((end) => setTimeout(end, 250))""",
    "a module": _code("await import(told).catch(() => 0);"),
    "a worker": _code("new Worker(told);"),
    "a shared worker": _code("new SharedWorker(told);"),
    "a script of a worker": _code("""
        const code = `importScripts('${location.origin}${told.replaceAll("'", '%27')}')`;
        new Worker(URL.createObjectURL(new Blob([code])));"""),
    "a service worker": _code("await navigator.serviceWorker.register(told).catch(() => 0);"),
    "a request of a service worker": """
        await navigator.serviceWorker.register('/static/service.js');
        const at = await navigator.serviceWorker.getRegistration('/static/');
        const {port1, port2} = new MessageChannel();
        const told = `/x?a=${encodeURIComponent(given[0])}`;
        (at.active ?? at.waiting ?? at.installing).postMessage({told}, [port2]);
        await new Promise((end) => { port1.onmessage = end; })""",
    "what a cache takes": _code("await (await caches.open('x')).add(told).catch(() => 0);"),
    "a module of sound": _code("""
        await new AudioContext().audioWorklet.addModule(told).catch(() => 0);"""),
    "a request": _code("await fetch(told).catch(() => 0);"),
    "a path": """
        await fetch(`/x/${encodeURIComponent(given[0])}`).catch(() => 0)""",
    "a request of the old kind": _code("""
        const request = new XMLHttpRequest();
        request.open('GET', told);
        request.send();"""),
    "a beacon": _code("navigator.sendBeacon(told);"),
    "another window": _code("const opened = open(told); setTimeout(() => opened?.close(), 200);"),
    "a link": _code("""
        const link = document.createElement('a');
        link.href = told;
        link.target = '_blank';
        document.body.append(link);
        link.click();"""),
    "a link that is told to": _code("""
        const link = document.createElement('a');
        link.ping = told;
        link.href = '/static/echo.js';
        link.target = '_blank';
        document.body.append(link);
        link.click();"""),
    "the address of a frame": _code("""
        const frame = document.createElement('iframe');
        document.body.append(frame);
        frame.contentWindow.location = `${location.origin}${told}`;"""),
    "a form in an address": _code("""
        const frame = document.createElement('iframe');
        frame.name = 'target';
        const form = document.createElement('form');
        Object.assign(form, {action: '/x', target: 'target'});
        form.innerHTML = '<input name="a">';
        form.a.value = given[0];
        document.body.append(frame, form);
        form.submit();"""),
    "the address that the page gives itself": """
        history.replaceState(null, '', `?a=${encodeURIComponent(given[0])}`);
        await fetch('/x');
        new Image().src = '/x';
        await new Promise((end) => setTimeout(end, 250));
        history.replaceState(null, '', '/page/plain')""",
    "a header": """
        await fetch('/x', {headers: {'X-Told': encodeURIComponent(given[0])}}).catch(() => 0)""",
    "a header of a Request": """
        const headers = {'X-Told': encodeURIComponent(given[0])};
        await fetch(new Request('/x', {headers})).catch(() => 0)""",
    "a header of the old kind": """
        const request = new XMLHttpRequest();
        request.open('GET', '/x');
        request.setRequestHeader('X-Told', encodeURIComponent(given[0]));
        request.onloadend = () => 0;
        request.send();
        await new Promise((end) => setTimeout(end, 250))""",
    "a header of a worker": """
        const code = `onmessage = async ({data}) => {
          const headers = {'X-Told': encodeURIComponent(data)};
          await fetch('${location.origin}/x', {headers}).catch(() => 0);
          postMessage('done')}`;
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        worker.postMessage(given[0]);
        await new Promise((end) => { worker.onmessage = end; })""",
    "a cookie": """
        document.cookie = `told=${encodeURIComponent(given[0])}; path=/`;
        await fetch('/x').catch(() => 0);
        document.cookie = 'told=; path=/; max-age=0'""",
    "a cookie of the new kind": """
        await cookieStore.set('told', encodeURIComponent(given[0])).catch(() => 0);
        await fetch('/x').catch(() => 0);
        await cookieStore.delete('told')""",
    "a frame that is a script": """
        const frame = document.createElement('iframe');
        const told = JSON.stringify(`${location.origin}/x?a=${encodeURIComponent(given[0])}`);
        frame.src = `javascript:fetch(${told})`;
        document.body.append(frame);
        await new Promise((end) => setTimeout(end, 250))""",
}

LEAVING = {
    "the page's own address": f"{_IN_QUERY} setTimeout(() => {{ location.href = told; }}, 0);",
    "a page that turns to another": f"""
        {_IN_QUERY}
        setTimeout(() => {{
          const meta = document.createElement('meta');
          meta.httpEquiv = 'refresh';
          meta.content = `0; url=${{told}}`;
          document.head.append(meta);
        }}, 0)""",
}
