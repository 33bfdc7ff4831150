/* A service worker that sends what it is told to. */
self.addEventListener("message", async ({ data, ports: [port] }) => {
  const asked = data.told ? fetch(data.told) : fetch("/worker", { method: "POST", body: data });
  await asked.catch(() => undefined);
  port.postMessage("done");
});
