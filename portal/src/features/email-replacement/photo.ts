import { t } from '@lingui/core/macro';

import { refusal } from '../../platform/sentences.ts';
import Shrinker from './photo.worker.ts?worker';

export interface Ready {
  readonly bytes: Blob;
  /** A picture of it as an address of data, which the page's policy allows; nothing for a PDF. */
  readonly shown: string | null;
}

export interface Asked {
  readonly file: Blob;
  readonly degrees: number;
}

/** Pictures are made small, turned as asked and freed of what else the camera wrote into them; a PDF goes as it is. */
export async function readyToSend(file: File, degrees: number): Promise<Ready> {
  if (file.size === 0)
    throw refusal({
      message: t`Berkas ini kosong. Mungkin unduhannya belum selesai. Pilih berkas lain, atau ambil foto.`,
    });
  if (file.type === 'application/pdf') return { bytes: file, shown: null };
  if (/\.hei[cf]$/i.test(file.name)) return readyHeic(file, degrees);
  if (file.type && !file.type.startsWith('image/'))
    throw refusal({
      message: t`Jenis berkas ini tidak dapat diterima. Pilih foto JPEG atau PNG, atau dokumen PDF.`,
    });
  // Browsers inside some apps cannot draw out of sight: the picture goes as it is, and the service makes it small.
  const bytes = 'OffscreenCanvas' in globalThis ? await shrink({ file, degrees }) : file;
  return { bytes, shown: await dataAddress(bytes) };
}

/** What iPhones write; only some browsers can open it. */
async function readyHeic(file: File, degrees: number): Promise<Ready> {
  const bytes = await shrink({ file, degrees }).catch(() => {
    throw refusal({
      message: t`Foto HEIC tidak dapat dibuka di peramban ini. Pilih Ambil foto, atau simpan fotonya sebagai JPEG lalu pilih lagi.`,
    });
  });
  return { bytes, shown: await dataAddress(bytes) };
}

async function shrink(asked: Asked): Promise<Blob> {
  const worker = new Shrinker();
  try {
    return await new Promise<Blob>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Blob | null>) =>
        data ? resolve(data) : reject(unreadable());
      worker.onerror = () => reject(unreadable());
      worker.postMessage(asked);
    });
  } finally {
    worker.terminate();
  }
}

const unreadable = () =>
  refusal({
    message: t`Gambar ini tidak dapat dibuka. Ambil foto lagi, atau pilih berkas JPEG, PNG, atau PDF.`,
  });

function dataAddress(bytes: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(`${reader.result}`);
    reader.onerror = () => reject(unreadable());
    reader.readAsDataURL(bytes);
  });
}
