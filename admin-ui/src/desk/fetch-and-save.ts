const A_MOMENT_MS = 10_000;

/** False: it did not arrive. A link alone would not say, and what never arrived must not count as looked at. */
export async function fetchAndSave(url: string, name: string): Promise<boolean> {
  try {
    const reply = await fetch(url, { credentials: 'same-origin' });
    if (!reply.ok) return false;
    const href = URL.createObjectURL(await reply.blob());
    Object.assign(document.createElement('a'), { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), A_MOMENT_MS);
    return true;
  } catch {
    return false; // the line went down
  }
}
