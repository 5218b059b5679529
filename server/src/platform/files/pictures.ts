import type sharp from 'sharp';

/** The program that draws pictures. It comes with the first of them: a process that sees none is seventeen megabytes smaller. */
export async function pictures(): Promise<typeof sharp> {
  const { default: draw } = await import('sharp');
  // Decoded pictures are large and hardly ever the same: a cache would only hold memory.
  draw.cache(false);
  draw.concurrency(1);
  return draw;
}
