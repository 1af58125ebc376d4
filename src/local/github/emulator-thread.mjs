// Runs the emulator in a thread of its own: it takes its times from `new Date()`, and here that is the stand-in's clock.
import { subscribe } from 'node:diagnostics_channel';
import { parentPort, workerData } from 'node:worker_threads';
import { createEmulator } from 'emulate';

const held = new BigInt64Array(workerData.clock);
const Real = Date;
const time = () => Number(Atomics.load(held, 0)) || Real.now();
globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(time());
    else super(...given);
  }
  static now() {
    return time();
  }
};
// It draws the colour of a label that is made by the way; GitHub gives it this one, and a replay must too.
Math.random = () => (0xededed + 0.5) / 0xffffff;

// A connection that is closed for being idle may be asked once more at that moment, and the question is lost (EPIPE).
subscribe('http.server.request.start', ({ server }) => {
  server.keepAliveTimeout = 0;
});

const emulator = await createEmulator(workerData.options);
parentPort.once('message', async () => {
  await emulator.close();
  parentPort.postMessage('closed');
  parentPort.close();
});
parentPort.postMessage('ready');
