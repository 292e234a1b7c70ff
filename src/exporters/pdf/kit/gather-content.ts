/** What pdfkit keeps of a page beyond what its types name. */
interface PageInternals {
  readonly content: { write(chunk: string | Uint8Array): void; finalize(): void };
}

const gathered = 32_768;

/** Gathers the operators of the current page in larger strings: pdfkit makes an array of bytes of every single one, which is most of the garbage of a long document. */
export function gatherContent(document: PDFKit.PDFDocument): void {
  const { content } = document.page as unknown as PageInternals;
  const write = content.write.bind(content);
  const finalize = content.finalize.bind(content);
  let text = '';
  const flush = (): void => {
    if (text !== '') write(text);
    text = '';
  };
  content.write = (chunk) => {
    if (typeof chunk !== 'string') {
      flush();
      write(chunk);
      return;
    }
    text = text === '' ? chunk : `${text}\n${chunk}`;
    if (text.length > gathered) flush();
  };
  content.finalize = () => {
    flush();
    finalize();
  };
}
