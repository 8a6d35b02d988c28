// Where the bytes of an attached file are read: for `<img>`, `<audio>` and links. Who may read them is the server's word.

/** Address of the file's content. */
export function fileAddress(file: string): string {
  return `/api/files/${encodeURIComponent(file)}`
}
