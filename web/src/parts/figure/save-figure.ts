/** Makes a file of a figure in the browser and saves it. Loaded when the first one is wanted. */
import { writeCsv } from '../../shape/export/csv.ts';
import type { FigureModel } from '../../shape/export/figure-model.ts';
import { fileName } from '../../shape/export/file-name.ts';
import { writeXlsx } from '../../shape/export/xlsx.ts';
import { paintFigure } from './paint-figure.ts';

export type FileKind = 'csv' | 'xlsx' | 'png' | 'svg';

const types: Readonly<Record<FileKind, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  svg: 'image/svg+xml;charset=utf-8',
};

/** Pictures have twice the pixels of the screen's points. */
const pictureScale = 2;

async function rasterise(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: types.svg }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(image.width * pictureScale);
    canvas.height = Math.ceil(image.height * pictureScale);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('This browser draws nothing on a canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('The picture is too large')) : resolve(blob)),
        types.png,
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Browsers read the content after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function contentOf(kind: FileKind, figure: FigureModel, options: SaveOptions): Promise<Blob> {
  if (kind === 'csv') return new Blob([writeCsv(figure.table, figure.language)], { type: types.csv });
  if (kind === 'xlsx') return new Blob([writeXlsx(figure)], { type: types.xlsx });
  const svg = paintFigure(options.section, figure, options.svg);
  return kind === 'svg' ? new Blob([svg], { type: types.svg }) : await rasterise(svg);
}

export interface SaveOptions {
  /** The figure on the page. */
  readonly section: Element;
  /** Its own drawing, in place of what stands in `.chart`. */
  readonly svg?: (() => SVGElement | string) | undefined;
}

/** @returns the name of the saved file */
export async function saveFigure(kind: FileKind, figure: FigureModel, options: SaveOptions): Promise<string> {
  const name = fileName(figure.names, kind);
  save(await contentOf(kind, figure, options), name);
  return name;
}
