const maximumLength = 100;
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name that every system takes: without path marks, control and direction characters, without dots and spaces at the ends, at
 * most 100 characters. Empty and reserved names become `arrowhead`. `extension` without the dot.
 */
export const safeFileName = (name: string, extension: string): string => {
  const cleaned = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  const short = [...cleaned]
    .slice(0, maximumLength)
    .join('')
    .replaceAll(/[. ]+$/g, '');
  return `${short === '' || reservedOnWindows.test(short) ? 'arrowhead' : short}.${extension}`;
};

/** How long the blob stays in memory after the browser was asked to save it. */
const releaseAfterMilliseconds = 60_000;

/** Hands a blob to the browser's downloads under a safe name. Nothing leaves the machine. */
export const downloadBlob = (blob: Blob, name: string, extension: string): void => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = safeFileName(name, extension);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), releaseAfterMilliseconds);
};
