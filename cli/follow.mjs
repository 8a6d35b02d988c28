// Loaded before every program that bootstrap.mjs starts: when the starter is killed without a word (kill -9), the
// program gets the SIGTERM that nobody could send it any more. Does nothing else.

const starter = process.ppid

setInterval(() => {
  if (process.ppid === starter) return
  process.kill(process.pid, 'SIGTERM')
}, 500).unref()
