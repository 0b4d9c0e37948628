// What the files of the gram index have in common: packed by the build, and tables that lead from one to the next.

/** @typedef {{keys: string[], names: string[]}} Table first key and name of files, in order */

const NAME = 13;

/**
 * What a file holds; some servers unpack on the way.
 * @param {ArrayBuffer} content
 */
export async function unpacked(content) {
  const packed = new Uint8Array(content);
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  // written into the stream itself: by way of a Blob, which is another process's, it takes four times as long
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  for (const done of [writer.write(packed), writer.close()]) done.catch(() => {}); // told by what is read
  return new Uint8Array(await new Response(readable).arrayBuffer());
}

/** @param {Uint8Array} bytes */
export const text = (bytes) => new TextDecoder().decode(bytes);

/**
 * @param {{keys: string[], names: string}} written
 * @returns {Table}
 */
export function table({ keys, names }) {
  return { keys, names: keys.map((_, i) => names.slice(i * NAME, (i + 1) * NAME)) };
}
