/* A worker that sends what it is told to. */
self.addEventListener("message", async ({ data }) => {
  try {
    const response = await fetch("/worker", { method: "POST", body: data });
    self.postMessage(`sent ${response.status}`);
  } catch (error) {
    self.postMessage(`held ${error.name}`);
  }
});
