import type { AppError } from '../../core/app-error.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { SvgPicture } from './svg.ts';

/** Pixels a side that every browser's canvas takes. */
const maximumSide = 8_192;

const failed = (reason: string): Result<never, AppError> =>
  err({ kind: 'export-failed', what: 'picture', reason });

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

/** A drawing as PNG at `scale` pixels a CSS pixel (default 2; less where a side would pass 8,192 pixels). */
export const drawPng = async (picture: SvgPicture, scale = 2): Promise<Result<Blob, AppError>> => {
  const fits = Math.min(scale, maximumSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * fits);
  canvas.height = Math.round(picture.height * fits);
  const context = canvas.getContext('2d');
  if (!context) return failed('The browser has no drawing surface left');
  try {
    const image = await loadImage(picture.svg);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return blob ? ok(blob) : failed('The browser could not write the picture');
  } catch (error) {
    return failed(error instanceof Error ? error.message : 'The drawing could not be read');
  }
};
