/** A rectangle in px; y grows downwards. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A point in px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Rounded to a tenth of a pixel, so that markup stays short and tests stay stable. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** A rectangle from two opposite corners in any order. */
export const rectBetween = (x0: number, y0: number, x1: number, y1: number): Rect => ({
  x: round(Math.min(x0, x1)),
  y: round(Math.min(y0, y1)),
  width: round(Math.abs(x1 - x0)),
  height: round(Math.abs(y1 - y0)),
});

/** Whether two rectangles share any area. */
export const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
