import type { Words } from '../../platform/words/language.js';

interface SignalKind {
  /** 0: a second person looks. 1: two of these, and that is a supervisor. 2: a supervisor in any case. */
  readonly weight: 0 | 1 | 2;
  readonly words: Words;
}

/** Reasons for care, as sentences an agent understands. `SIGNAL_WEIGHTS` may weigh them otherwise. */
export const SIGNALS = {
  ENTITY: {
    weight: 0,
    words: { id: 'Akun ini milik badan usaha.', en: 'The account belongs to an entity.' },
  },
  PROXY: {
    weight: 0,
    words: { id: 'Permohonan diajukan lewat kuasa.', en: 'A proxy asks for it.' },
  },
  SIMILAR: {
    weight: 0,
    words: {
      id: 'Ada data yang mirip tetapi tidak sama dengan catatan.',
      en: 'Something stated is similar to the record but not the same.',
    },
  },
  REGISTRY_UNAVAILABLE: {
    weight: 0,
    words: {
      id: 'Data kependudukan belum dapat diperiksa.',
      en: 'The population registry could not be asked yet.',
    },
  },
  MANY_ACCOUNTS: {
    weight: 1,
    words: {
      id: 'NIK ini menjadi penanggung jawab lebih dari sepuluh akun.',
      en: 'More than ten accounts name this NIK as responsible.',
    },
  },
  MANY_FROM_SOURCE: {
    weight: 1,
    words: {
      id: 'Lebih dari tiga permohonan datang dari jaringan yang sama dalam sehari.',
      en: 'More than three requests came from the same network within a day.',
    },
  },
  UNWANTED_DIFFERENCE: {
    weight: 2,
    words: {
      id: 'Ada data yang berbeda dari catatan dan tidak diminta untuk diganti.',
      en: 'Something stated differs from the record, and nobody asked to change it.',
    },
  },
  NO_ACCOUNT: {
    weight: 2,
    words: {
      id: 'Tidak ada satu akun yang cocok dengan permohonan ini.',
      en: 'No single account matches this request.',
    },
  },
  OTHER_CASE_OPEN: {
    weight: 2,
    words: {
      id: 'Permohonan lain untuk akun yang sama masih berjalan.',
      en: 'Another request about the same account is still open.',
    },
  },
  REGISTRY_DISAGREES: {
    weight: 2,
    words: {
      id: 'Data kependudukan tidak cocok dengan yang diajukan.',
      en: 'The population registry does not agree with what is stated.',
    },
  },
  LARGE_ENTITY: {
    weight: 2,
    words: { id: 'Akun ini milik badan usaha non-UMK.', en: 'The account belongs to a large entity.' },
  },
  CHANNEL_NOT_CONFIRMED: {
    weight: 2,
    words: {
      id: 'Tidak ada kanal lama yang mengonfirmasi permohonan ini.',
      en: 'No old channel confirmed this request.',
    },
  },
  CHANNEL_CHANGED: {
    weight: 2,
    words: {
      id: 'Kontak akun ini baru saja diganti.',
      en: 'A contact of this account was changed a short while ago.',
    },
  },
  SHARED_NEW_EMAIL: {
    weight: 2,
    words: {
      id: 'Email baru ini juga diajukan untuk orang lain.',
      en: 'The same new email was asked for about somebody else.',
    },
  },
  SHARED_DEVICE: {
    weight: 2,
    words: {
      id: 'Perangkat dan jaringan yang sama mengajukan permohonan untuk orang lain.',
      en: 'The same device and network asked about somebody else.',
    },
  },
  WATCHED_ADDRESS: {
    weight: 2,
    words: {
      id: 'Email baru ini pernah dipakai dalam permohonan yang ditolak karena penipuan.',
      en: 'The new email was part of a request that was rejected as fraud.',
    },
  },
  CONTESTED: {
    weight: 2,
    words: {
      id: 'Pemilik akun pernah menghentikan atau membatalkan permohonan.',
      en: 'The owner of the account stopped or undid a request before.',
    },
  },
  ADDRESS_TAKEN: {
    weight: 2,
    words: {
      id: 'Email baru sudah dipakai oleh akun lain.',
      en: 'The new email belongs to another account by now.',
    },
  },
  COMPARE_AGAIN: {
    weight: 2,
    words: {
      id: 'Akun berubah setelah permohonan diajukan. Bandingkan lagi.',
      en: 'The account changed after the request was made. Compare again.',
    },
  },
} as const satisfies Record<string, SignalKind>;

export type SignalCode = keyof typeof SIGNALS;

/** As stored in `replacement_requests.signals`. */
export const readSignals = (stored: string): SignalCode[] =>
  stored.split(',').filter((code): code is SignalCode => code in SIGNALS);
