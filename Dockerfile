FROM node:24-slim

ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app

# The dependencies first: a change of the code then leaves this layer as it is.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force

COPY bin ./bin
COPY src ./src
COPY cypher ./cypher
COPY sql ./sql
COPY seed ./seed
COPY docs/examples/*.json ./docs/examples/
COPY docs/cookbook.md ./docs/cookbook.md

USER node
EXPOSE 3000
# node itself is process 1, so that SIGTERM reaches it; it runs TypeScript as it is.
CMD ["node", "--max-old-space-size=512", "--max-semi-space-size=24", "src/cli.ts", "start"]
