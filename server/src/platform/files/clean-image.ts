import type { Metadata } from 'sharp';

import { pictures } from './pictures.js';

export type ImageType = 'image/jpeg' | 'image/png';

export type Cleaned =
  | { readonly outcome: 'CLEAN'; readonly content: Buffer }
  | { readonly outcome: 'TOO_MANY_PIXELS' | 'BROKEN' };

/**
 * The picture drawn anew: upright, without place, device or any other metadata, and without what was hidden before, behind
 * or between its pixels. A picture cut off or with more pixels than allowed is refused before it is unpacked.
 */
export async function cleanImage(
  content: Buffer,
  type: ImageType,
  limits: { readonly pixels: number },
): Promise<Cleaned> {
  const draw = await pictures();
  const open = () => draw(content, { limitInputPixels: limits.pixels, failOn: 'error', pages: 1 });
  let metadata: Metadata;
  try {
    metadata = await draw(content, { limitInputPixels: false }).metadata();
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
