"""Every way a script of a page can send a text: the body of an async function, given the text.

Each ends when the text has been sent or refused, so that what has not been heard then never is.
"""

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
    "a form that a script sends": """
        const frame = document.createElement('iframe');
        frame.name = 'target';
        const form = document.createElement('form');
        Object.assign(form, {method: 'POST', action: '/x', target: 'target'});
        form.innerHTML = '<input name="a">';
        form.a.value = given[0];
        document.body.append(frame, form);
        form.submit();
        await new Promise((end) => setTimeout(end, 1500))""",
}
