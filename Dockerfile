# Domicile: `docker build .` makes the server, `docker build --target ci .` the image for jobs of CI.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /opt/domicile
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm run sbom

# What runs: without development, without the embedded PostgreSQL, without scripts of packages.
FROM ${NODE_IMAGE} AS dependencies
WORKDIR /opt/domicile
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM ${NODE_IMAGE} AS shipped
WORKDIR /opt/domicile
COPY --from=dependencies /opt/domicile/node_modules node_modules
COPY --from=build /opt/domicile/dist dist
COPY package.json README.md licences.json ./
COPY examples examples
COPY policies policies
COPY reports reports
COPY ci ci
COPY deploy/is-healthy.mjs deploy/is-healthy.mjs
# An account without an entry in /etc/passwd has no home that Node could name.
ENV NODE_ENV=production HOME=/opt/domicile

# Node, git and the command line, for jobs of CI.
FROM shipped AS ci
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates git && rm -rf /var/lib/apt/lists/*
RUN ln -s /opt/domicile/dist/domicile.cjs /usr/local/bin/domicile
USER 10001:10001

FROM shipped AS server
ENV HOST=0.0.0.0 PORT=3000
USER 10001:10001
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "deploy/is-healthy.mjs"]
ENTRYPOINT ["node", "dist/src/server/main.js"]
