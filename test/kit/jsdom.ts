import { configure } from '@testing-library/dom';

// Pages come in slices, and a busy machine lets other work in between.
configure({ asyncUtilTimeout: 12_000 });

// What the components ask of a browser and jsdom lacks.
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  addEventListener() {},
  removeEventListener() {},
})) as never;
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as never;
// Everything is in sight where nothing has a size.
window.IntersectionObserver ??= class {
  readonly #seen: IntersectionObserverCallback;
  constructor(seen: IntersectionObserverCallback) {
    this.#seen = seen;
  }
  observe() {
    this.#seen([{ isIntersecting: true } as IntersectionObserverEntry], this as never);
  }
  disconnect() {}
} as never;
Element.prototype.scrollIntoView ??= () => undefined;
window.scrollTo = () => undefined;

// jsdom fetches no pictures: each arrives a moment after it is asked for, and one from an address with `hilang` never does.
const { set: setSource = () => undefined, ...source } =
  Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src') ?? {};
Object.defineProperty(HTMLImageElement.prototype, 'src', {
  ...source,
  set(this: HTMLImageElement, address: string) {
    setSource.call(this, address);
    setTimeout(() => this.dispatchEvent(new Event(address.includes('hilang') ? 'error' : 'load')), 0);
  },
});

URL.createObjectURL ??= () => 'blob:berkas';
URL.revokeObjectURL ??= () => undefined;
HTMLAnchorElement.prototype.click = () => undefined; // jsdom follows no links
