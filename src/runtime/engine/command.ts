import { cappedLog, LOG_CHARS } from './capped-log.ts';
import { runChild } from './child.ts';
import { engineEnvironment } from './environment.ts';
import type { Engine } from './port.ts';

/** The engine that runs any argv: prompt on stdin, result.json at BITNET_FLOW_RESULT. No shell. */
export function commandEngine(argv: readonly [string, ...string[]]): Engine {
  return {
    name: 'command',
    prompt: {
      tools: '',
      handOver: 'Write one JSON object to the file whose path is in the environment variable BITNET_FLOW_RESULT.',
    },
    async run(request) {
      const log = cappedLog(request.log);
      const { ended, exitCode, detail, durationMs } = await runChild({
        argv,
        cwd: request.cwd,
        env: {
          ...engineEnvironment(process.env),
          ...(request.modelKey === undefined ? {} : { BITNET_FLOW_MODEL_KEY: request.modelKey }),
          BITNET_FLOW_AGENT: request.agent,
          BITNET_FLOW_ATTEMPT: String(request.attempt),
          BITNET_FLOW_RESULT: request.resultFile,
        },
        input: request.prompt,
        timeoutMs: request.timeoutMs,
        onStdout: log.write,
        onStderr: log.write,
        lineChars: LOG_CHARS,
      });
      log.end();
      if (ended === 'timeout' || ended === 'not-found') return { outcome: ended, exitCode, detail, durationMs };
      return { outcome: ended === 'exit' && exitCode === 0 ? 'ok' : 'crashed', exitCode, detail, durationMs };
    },
  };
}
