"""Every way a script of a page can send a text: the body of an async function, given the text.

Each ends when the text has been sent or refused, so that what has not been heard then never is.
"""


def _form(code: str) -> str:
    """With a ``form`` whose answer goes into a frame."""
    return f"""
        const frame = document.createElement('iframe');
        frame.name = 'target';
        const form = document.createElement('form');
        Object.assign(form, {{method: 'POST', action: '/x', target: 'target'}});
        document.body.append(frame, form);
        {code.strip()}
        await new Promise((end) => setTimeout(end, 1500))"""


WAYS = {
    "a string": "await fetch('/x', {method: 'POST', body: JSON.stringify({a: {b: [given[0]]}})})",
    "a name of a member": """
        await fetch('/x', {method: 'POST', body: JSON.stringify({[given[0]]: 1})})""",
    "a Request": "await fetch(new Request('/x', {method: 'POST', body: given[0]}))",
    "a Blob": "await fetch('/x', {method: 'POST', body: new Blob([given[0]])})",
    "a form": """
        const form = new FormData();
        form.set('a', given[0]);
        form.set('b', JSON.stringify({c: given[0]}));
        form.set('file', new File([given[0]], 'a.txt'));
        await fetch('/x', {method: 'POST', body: form})""",
    "bytes": "await fetch('/x', {method: 'POST', body: new TextEncoder().encode(given[0])})",
    "parameters": "await fetch('/x', {method: 'POST', body: new URLSearchParams({a: given[0]})})",
    "a stream": """
        const body = new Blob([given[0]]).stream();
        await fetch('/x', {method: 'POST', duplex: 'half', body})""",
    "an address": "await fetch(`/x?a=${encodeURIComponent(given[0])}`)",
    "XMLHttpRequest": """
        await new Promise((end) => {
          const request = new XMLHttpRequest();
          request.open('POST', '/x');
          request.onloadend = end;
          request.send(given[0]);
        })""",
    "XMLHttpRequest, a form": """
        await new Promise((end) => {
          const request = new XMLHttpRequest();
          const form = new FormData();
          form.set('a', given[0]);
          request.open('PUT', '/x');
          request.onloadend = end;
          request.send(form);
        })""",
    "XMLHttpRequest that does not wait": """
        const request = new XMLHttpRequest();
        request.open('POST', '/x', false);
        request.send(given[0])""",
    "a WebSocket": """
        const socket = new WebSocket('/c/api/chat');
        await new Promise((end) => { socket.onopen = end; });
        socket.send(given[0]);
        socket.send('end');
        await new Promise((end) => { socket.onmessage = end; })""",
    "a WebSocket, bytes": """
        const socket = new WebSocket('/c/api/chat');
        await new Promise((end) => { socket.onopen = end; });
        socket.send(new TextEncoder().encode(given[0]));
        socket.send(new Blob([given[0]]));
        socket.send('end');
        await new Promise((end) => { socket.onmessage = end; })""",
    "a beacon": """
        navigator.sendBeacon('/x', given[0]);
        await new Promise((end) => setTimeout(end, 1500))""",
    "a worker": """
        const worker = new Worker('/static/echo.js');
        worker.postMessage(given[0]);
        await new Promise((end) => { worker.onmessage = end; worker.onerror = end; })""",
    "a worker that is a module": """
        const worker = new Worker('/static/echo.js', {type: 'module'});
        worker.postMessage(given[0]);
        await new Promise((end) => { worker.onmessage = end; worker.onerror = end; })""",
    "a shared worker": """
        const worker = new SharedWorker('/static/shared.js');
        worker.port.postMessage(given[0]);
        await new Promise((end) => { worker.port.onmessage = end; })""",
    "a service worker": """
        await navigator.serviceWorker.register('/static/service.js');
        const at = await navigator.serviceWorker.getRegistration('/static/');
        const {port1, port2} = new MessageChannel();
        (at.active ?? at.waiting ?? at.installing).postMessage(given[0], [port2]);
        await new Promise((end) => { port1.onmessage = end; })""",
    "a frame": """
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const {fetch} = frame.contentWindow;
        await fetch(`${location.origin}/x`, {method: 'POST', body: given[0]})""",
    "a frame of markup": """
        document.body.insertAdjacentHTML('beforeend', '<iframe></iframe>');
        const {fetch} = frames[frames.length - 1];
        await fetch(`${location.origin}/x`, {method: 'POST', body: given[0]})""",
    "a frame with a document": """
        const frame = document.createElement('iframe');
        frame.srcdoc = '<p>';
        document.body.append(frame);
        await new Promise((end) => { frame.onload = end; });
        const {fetch} = frame.contentWindow;
        await fetch(`${location.origin}/x`, {method: 'POST', body: given[0]})""",
    "a frame that is on its way": """
        const frame = document.createElement('iframe');
        frame.src = '/page/plain';
        document.body.append(frame);
        const {fetch} = frame.contentWindow;
        await fetch(`${location.origin}/x`, {method: 'POST', body: given[0]})""",
    "a frame that is a script": """
        const frame = document.createElement('iframe');
        const told = JSON.stringify({method: 'POST', body: given[0]});
        frame.src = `javascript:fetch('${location.origin}/x', ${told})`;
        document.body.append(frame);
        await new Promise((end) => setTimeout(end, 1000))""",
    "a frame by its number": """
        const frame = document.createElement('iframe');
        frame.src = '/page/plain';
        document.body.insertAdjacentElement('beforeend', frame);
        const {fetch} = window[window.length - 1];
        await fetch(`${location.origin}/x`, {method: 'POST', body: given[0]})""",
    "a frame in the shade": """
        const host = document.createElement('div');
        document.body.append(host);
        const root = host.attachShadow({mode: 'open'});
        root.innerHTML = '<iframe src="/page/plain"></iframe>';
        const {fetch} = root.firstChild.contentWindow;
        await fetch(`${location.origin}/x`, {method: 'POST', body: given[0]})""",
    "a frame in a frame": """
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const inner = frame.contentDocument.createElement('iframe');
        inner.src = '/page/plain';
        frame.contentDocument.documentElement.append(inner);
        const {fetch} = inner.contentWindow;
        await fetch(`${location.origin}/x`, {method: 'POST', body: given[0]})""",
    "the worker of a worker": """
        const made = new Worker('/static/echo.js');
        const worker = new made.constructor('/static/echo.js');
        worker.postMessage(given[0]);
        await new Promise((end) => { worker.onmessage = end; worker.onerror = end; })""",
    "the socket of a socket": """
        const made = new WebSocket('/c/api/chat');
        const socket = new made.constructor('/c/api/chat');
        await new Promise((end) => { socket.onopen = end; });
        socket.send(given[0]);
        socket.send('end');
        await new Promise((end) => { socket.onmessage = end; })""",
    "a form that a script sends": _form("""
        form.innerHTML = '<input name="a">';
        form.a.value = given[0];
        form.submit();"""),
    "a form that a script presses": _form("""
        form.innerHTML = '<input name="a"><button></button>';
        form.a.value = given[0];
        form.querySelector('button').click();"""),
    "a form in an address": _form("""
        form.method = 'GET';
        form.innerHTML = '<input name="a">';
        form.a.value = given[0];
        form.requestSubmit();"""),
    "a form with a file": _form("""
        form.enctype = 'multipart/form-data';
        form.innerHTML = '<input name="a" type="file">';
        const data = new DataTransfer();
        data.items.add(new File([given[0]], 'a.txt'));
        form.a.files = data.files;
        form.submit();"""),
    "a request that outlives the page": """
        await fetch('/x', {method: 'POST', keepalive: true, body: given[0]})""",
    "a request that waits for no answer": """
        await fetch('/x', {method: 'POST', mode: 'no-cors', body: given[0]})""",
    "a stream over a socket": """
        const socket = new WebSocketStream(`wss://${location.host}/c/api/chat`);
        const {writable} = await socket.opened;
        await writable.getWriter().write(given[0]);
        await new Promise((end) => setTimeout(end, 500))""",
    "a worker made of text": """
        const code = `onmessage = async ({data}) => {
          await fetch('${location.origin}/x', {method: 'POST', body: data}).catch(() => 0);
          postMessage('done')}`;
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        worker.postMessage(given[0]);
        await new Promise((end) => { worker.onmessage = end; })""",
    "a shared worker made of text": """
        const code = `onconnect = ({ports: [port]}) => {
          port.onmessage = async ({data}) => {
            await fetch('${location.origin}/x', {method: 'POST', body: data}).catch(() => 0);
            port.postMessage('done')}}`;
        const worker = new SharedWorker(URL.createObjectURL(new Blob([code])));
        worker.port.postMessage(given[0]);
        await new Promise((end) => { worker.port.onmessage = end; })""",
    "a frame made of text": """
        const code = `<script>fetch('${location.origin}/x', {
          method: 'POST', body: ${JSON.stringify(given[0])}})<\\/script>`;
        const frame = document.createElement('iframe');
        frame.src = URL.createObjectURL(new Blob([code], {type: 'text/html'}));
        document.body.append(frame);
        await new Promise((end) => setTimeout(end, 1500))""",
    "a frame that is written": """
        const frame = document.createElement('iframe');
        document.body.append(frame);
        frame.contentDocument.open();
        frame.contentDocument.write('<p>');
        frame.contentDocument.close();
        const {fetch} = frame.contentWindow;
        await fetch(`${location.origin}/x`, {method: 'POST', body: given[0]})""",
    "another window": """
        const opened = window.open('about:blank');
        await opened.fetch(`${location.origin}/x`, {method: 'POST', body: given[0]});
        opened.close()""",
    "bytes that change afterwards": """
        const bytes = new TextEncoder().encode('?'.repeat(200));
        const sent = fetch('/x', {method: 'POST', body: bytes});
        new TextEncoder().encodeInto(given[0], bytes);
        await sent""",
}

# What docs/extension.md says is not seen, but held while such a text stands in the field.
UNSEEN = {
    "single words": """
        for (const body of given[0].split(/(?=[@. ])/)) {
          await fetch('/x', {method: 'POST', body: body.slice(1)});
        }""",
    "an encoded text": """
        await fetch('/x', {method: 'POST', body: btoa(given[0].repeat(2))})""",
    "numbers": """
        const list = [...new TextEncoder().encode(given[0])];
        await fetch('/x', {method: 'POST', body: JSON.stringify({list})})""",
    "an encoded text over a socket": """
        const socket = new WebSocket('/c/api/chat');
        await new Promise((end) => { socket.onopen = end; });
        socket.send(btoa(given[0].repeat(2)));
        await new Promise((end) => { setTimeout(end, 800); })""",
    "an encoded text in a request's address": """
        await fetch(`/x?a=${btoa(given[0].repeat(2))}`)""",
    "an encoded text of a worker": """
        const code = `onmessage = async ({data}) => {
          await fetch('${location.origin}/x', {method: 'POST', body: data}).catch(() => 0);
          postMessage('done')}`;
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        worker.postMessage(btoa(given[0].repeat(2)));
        await new Promise((end) => { worker.onmessage = end; })""",
    "a frame of another site": """
        const frame = document.createElement('iframe');
        frame.src = 'https://chat.example.org/page/relay';
        document.body.append(frame);
        await new Promise((end) => { frame.onload = end; });
        frame.contentWindow.postMessage(given[0], '*');
        await new Promise((end) => setTimeout(end, 1000))""",
}

# What docs/extension.md says is out of reach.
LOST = {
    "letter by letter": """
        for (const letter of given[0]) await fetch('/x', {method: 'POST', body: letter})""",
    "an encoded text in the address of a picture": """
        await new Promise((end) => {
          const picture = new Image();
          picture.onload = picture.onerror = end;
          picture.src = `/x?a=${btoa(given[0].repeat(2))}`;
        })""",
}
