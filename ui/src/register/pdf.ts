import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Pages beyond this many are left to another program. */
const mostPages = 40;

/** An open PDF whose pages can be drawn. */
export interface PdfDocument {
  count: number;
  /** Draws a page, counted from 1, as wide as `width` pixels of the page. */
  draw(page: number, width: number): Promise<HTMLCanvasElement>;
  close(): void;
}

/** Opens a PDF. Nothing in it is run, and nothing it names is fetched. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  // The worker takes the bytes away from whoever passes them.
  const task = getDocument({ data: bytes.slice(), enableXfa: false, useWasm: false });
  const pdf = await task.promise;
  return {
    count: Math.min(pdf.numPages, mostPages),
    async draw(page, width) {
      const source = await pdf.getPage(page);
      const natural = source.getViewport({ scale: 1 });
      const viewport = source.getViewport({ scale: (width * devicePixelRatio) / natural.width });
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
      await source.render({ canvas, viewport }).promise;
      return canvas;
    },
    close: () => void task.destroy()
  };
}
