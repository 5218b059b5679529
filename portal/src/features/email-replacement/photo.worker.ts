import type { Asked } from './photo.ts';

const LONGEST_SIDE = 2000;
const QUALITY = 0.85;

/** Away from the page, which stays quick while a phone works on twelve megapixels. */
self.onmessage = async ({ data }: MessageEvent<Asked>) => {
  try {
    self.postMessage(await redrawn(data));
  } catch {
    self.postMessage(null);
  }
};

async function redrawn({ file, degrees }: Asked): Promise<Blob> {
  const picture = await createImageBitmap(file); // turned as its camera says
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const lying = degrees % 180 !== 0;
  const canvas = new OffscreenCanvas(lying ? height : width, lying ? width : height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser has no canvas to draw on.');
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate((degrees * Math.PI) / 180);
  pen.drawImage(picture, -width / 2, -height / 2, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}
