const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Check sum of ZIP and gzip (CRC-32, ISO 3309), continued from an earlier piece; 0 to begin with. */
export const crc32 = (bytes: Uint8Array, earlier = 0): number => {
  let sum = ~earlier;
  for (let at = 0; at < bytes.length; at += 1)
    sum = (table[(sum ^ (bytes[at] as number)) & 0xff] as number) ^ (sum >>> 8);
  return ~sum >>> 0;
};
