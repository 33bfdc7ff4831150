/* A service worker that sends what it is told to. */
self.addEventListener("message", async ({ data, ports: [port] }) => {
  await fetch("/worker", { method: "POST", body: data }).catch(() => undefined);
  port.postMessage("done");
});
