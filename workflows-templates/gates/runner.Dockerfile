# Generated from src/generator/tier-set.ts by `npm run generate`. Do not edit.
# The environment of the gates and none of the code that they judge: it changes when this file does.
# Pin the base by digest (docker buildx imagetools inspect IMAGE), and keep the CUDA version of your driver.
ARG BASE=nvidia/cuda:13.0.1-devel-ubuntu24.04
FROM ghcr.io/actions/actions-runner:latest AS runner

FROM ${BASE}
ARG DEBIAN_FRONTEND=noninteractive
RUN apt-get update \
  && apt-get install --yes --no-install-recommends \
    build-essential ca-certificates git iproute2 libicu74 python3 python3-venv util-linux \
  && rm -rf /var/lib/apt/lists/*
RUN useradd --create-home --uid 1001 runner
COPY --from=runner --chown=runner:runner /home/runner /home/runner
USER runner
WORKDIR /home/runner
