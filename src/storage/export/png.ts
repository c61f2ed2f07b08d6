import type { AppError } from '../../core/app-error.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { addFontProbes, probeSide } from './font-probes.ts';
import type { SvgPicture } from './svg.ts';

/** Pixels a side that every browser's canvas takes. */
const maximumSide = 8_192;
const darkEnough = 160;
const attempts = 120;
const betweenAttemptsMilliseconds = 16;

const failed = (reason: string): Result<never, AppError> =>
  err({ kind: 'export-failed', what: 'picture', reason });

const createCanvas = (width: number, height: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  return canvas;
};

const loadImage = async (svg: string): Promise<HTMLImageElement> => {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
};

/** Waits until each embedded font shows its letter in the strip below the drawing; after two seconds the picture is taken as it is. */
const fontsAreReady = async (image: HTMLImageElement, picture: SvgPicture, probes: number): Promise<void> => {
  const canvas = createCanvas(probes * probeSide, probeSide);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  const showsLetter = (at: number): boolean => {
    const { data } = context.getImageData(at * probeSide, 0, probeSide, probeSide);
    return data.some((value, index) => index % 4 === 0 && value < darkEnough);
  };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    context.drawImage(image, 0, -picture.height, picture.width, picture.height + probeSide);
    if (Array.from({ length: probes }, (_, at) => at).every(showsLetter)) return;
    await new Promise((resolve) => setTimeout(resolve, betweenAttemptsMilliseconds));
  }
};

/** A drawing as PNG at `scale` pixels a CSS pixel (default 2; less where a side would pass 8,192 pixels). */
export const drawPng = async (picture: SvgPicture, scale = 2): Promise<Result<Blob, AppError>> => {
  const { width, height } = picture;
  const fits = Math.min(scale, maximumSide / Math.max(width, height + probeSide));
  const canvas = createCanvas(width * fits, height * fits);
  const context = canvas.getContext('2d');
  if (!context) return failed('The browser has no drawing surface left');
  try {
    const { svg, probes } = addFontProbes(picture.svg, width, height);
    const image = await loadImage(svg);
    if (probes > 0) await fontsAreReady(image, picture, probes);
    context.drawImage(image, 0, 0, width * fits, (height + probeSide) * fits);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return blob ? ok(blob) : failed('The browser could not write the picture');
  } catch (error) {
    return failed(error instanceof Error ? error.message : 'The drawing could not be read');
  }
};
