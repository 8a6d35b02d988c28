// A photograph made small on the device before it is sent: at most 2560 pixels, as JPEG, drawn anew, so that nothing of
// the camera's own notes (place, time, device) goes with it. The server does the same again (Files).

/** Longest side of what is sent, pixels. */
export const LONGEST = 2560
const QUALITY = 0.82

/** Width and height within `LONGEST`, the shape kept; never enlarged. */
export function fitting(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, LONGEST / Math.max(width, height, 1))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The photograph as a small JPEG; undefined when this browser cannot read it. */
export async function shrinkPhoto(photo: Blob): Promise<Blob | undefined> {
  const url = URL.createObjectURL(photo)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    // An image in a page is turned as the camera held it; so is what is drawn of it.
    const { width, height } = fitting(image.naturalWidth, image.naturalHeight)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    return made ?? undefined
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(url)
  }
}
