# The service as it stands in the repository: Node runs the TypeScript, so there is nothing to build.
FROM node:26-slim

# Two arenas of malloc for all threads take a tenth less memory than one for each.
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    MALLOC_ARENA_MAX=2 \
    PORT=3000

WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund \
 && npm cache clean --force \
 && rm -rf /tmp/*
COPY . .

# Everything belongs to root, and the service may only read it: the root file system can be mounted read-only.
# With ARCHIVE, mount a volume; this user (the `node` of the image) must be able to write to it only to load ARTICLES.
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without npm and a shell in between, SIGTERM reaches the service.
CMD ["node", "src/verbatim.js", "serve"]
