# Sluse in a container: built with a network, run without one, never as root, on a read-only disk.
# compose.yaml is how to run it; tests/container/prove.py carries these lines out without Docker.

FROM python:3.12-slim AS build
WORKDIR /src
COPY requirements.lock requirements-build.lock ./
RUN python3 -m venv /opt/build \
    && /opt/build/bin/pip install --no-cache-dir --require-hashes -r requirements-build.lock
RUN python3 -m venv /opt/sluse \
    && /opt/sluse/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY LICENSE LICENSE-MODEL NOTICE README.md pyproject.toml ./
COPY models ./models
COPY scanner ./scanner
COPY api ./api
COPY hook ./hook
RUN /opt/build/bin/hatchling build -t wheel \
    && /opt/sluse/bin/pip install --no-cache-dir --no-index --no-deps dist/*.whl \
    && /opt/sluse/bin/pip uninstall --yes pip

FROM python:3.12-slim
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /var/lib/sluse sluse \
    && install --directory --owner sluse --group sluse --mode 0700 /var/lib/sluse
COPY --from=build /opt/sluse /opt/sluse
ENV PATH=/opt/sluse/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    SLUSE_HOST=0.0.0.0 \
    SLUSE_STATE_DIR=/var/lib/sluse
WORKDIR /var/lib/sluse
USER 10001:10001
VOLUME /var/lib/sluse
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python3", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
ENTRYPOINT ["sluse"]
CMD ["serve"]
