// Where a command speaks: results on standard output, complaints on standard error, one line each.

export interface Output {
  print(text: string): void
  complain(line: string): void
}

export const standardOutput: Output = {
  print: (text) => {
    process.stdout.write(text)
  },
  complain: (line) => {
    process.stderr.write(`${line}\n`)
  },
}
