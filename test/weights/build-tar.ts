/** Bytes of a tar archive of plain files. */
export function buildTar(files: readonly { readonly name: string; readonly content: Buffer }[]): Buffer {
  const blocks = files.flatMap(({ name, content }) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('0', 156);
    header.write('ustar\0', 257);
    return [header, content, Buffer.alloc(Math.ceil(content.length / 512) * 512 - content.length)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1_024)]);
}
