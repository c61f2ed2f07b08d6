import type { Attachment } from 'svelte/attachments';

/**
 * Tells the width of an element in px, now and whenever it changes. Changes are told in the next frame: a drawing that grows the page
 * within the observer's own frame would be reported by the browser as an error.
 */
export const observeWidth =
  (onwidth: (width: number) => void): Attachment<HTMLElement> =>
  (element) => {
    let frame = 0;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => onwidth(element.clientWidth));
    });
    onwidth(element.clientWidth);
    observer.observe(element);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  };
