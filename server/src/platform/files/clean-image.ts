import sharp, { type Metadata } from 'sharp';

export type ImageType = 'image/jpeg' | 'image/png';

export type Cleaned =
  | { readonly outcome: 'CLEAN'; readonly content: Buffer }
  | { readonly outcome: 'TOO_MANY_PIXELS' | 'BROKEN' };

// Decoded pictures are large and hardly ever the same: a cache would only hold memory.
sharp.cache(false);
sharp.concurrency(1);

/**
 * The picture drawn anew: upright, without place, device or any other metadata, and without what was hidden before, behind
 * or between its pixels. A picture cut off or with more pixels than allowed is refused before it is unpacked.
 */
export async function cleanImage(
  content: Buffer,
  type: ImageType,
  limits: { readonly pixels: number },
): Promise<Cleaned> {
  const open = () => sharp(content, { limitInputPixels: limits.pixels, failOn: 'error', pages: 1 });
  let metadata: Metadata;
  try {
    metadata = await sharp(content, { limitInputPixels: false }).metadata();
  } catch {
    return { outcome: 'BROKEN' };
  }
  if (metadata.width * metadata.height > limits.pixels) return { outcome: 'TOO_MANY_PIXELS' };
  if (`image/${metadata.format}` !== type) return { outcome: 'BROKEN' };
  try {
    const upright = open().autoOrient();
    const drawn = type === 'image/jpeg' ? upright.jpeg({ quality: 90 }) : upright.png();
    return { outcome: 'CLEAN', content: await drawn.toBuffer() };
  } catch {
    return { outcome: 'BROKEN' };
  }
}
