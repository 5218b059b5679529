/** What somebody likes at this desk. Kept in the browser, says nothing about who it was. */
export interface Preferences {
  readonly language: 'id' | 'en';
  readonly scheme: 'light' | 'dark' | 'auto';
  readonly density: 'rapat' | 'lega';
  readonly shortcuts: boolean;
  readonly railPinned: boolean;
}

export const STORED_AS = 'konsol.pilihan';
const AT_FIRST: Preferences = {
  language: 'id',
  scheme: 'auto',
  density: 'rapat',
  shortcuts: true,
  railPinned: false,
};

/** As they were kept, or as everybody begins. */
export function storedPreferences(): Preferences {
  try {
    return { ...AT_FIRST, ...JSON.parse(localStorage.getItem(STORED_AS) ?? '{}') };
  } catch {
    return AT_FIRST;
  }
}
