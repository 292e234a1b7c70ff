/** Loaded before a server: at each message of its parent it answers with the delay of the event loop since the last one, in milliseconds. Its worker threads load it too, and are not watched. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const histogram = monitorEventLoopDelay({ resolution: 5 });
  histogram.enable();
  process.on('message', () => {
    process.send({ p50: histogram.percentile(50) / 1e6, p99: histogram.percentile(99) / 1e6, max: histogram.max / 1e6 });
    histogram.reset();
  });
  process.channel.unref();
}
