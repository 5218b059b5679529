import { useEffect, useState } from 'react';

import { regionsOf } from './region-list.ts';

/** `Mampang Prapatan, Kota Jakarta Selatan, …` for a code that was chosen here; nothing while it is looked up. */
export function useRegionName(code: string): string {
  const [name, setName] = useState('');
  useEffect(() => {
    const parts = code.split('.');
    const codes = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
    let wanted = true;
    const names = codes.map(
      async (one, index) =>
        (await regionsOf(codes[index - 1] ?? '')).find((region) => region.code === one)?.name,
    );
    Promise.all(names).then(
      (found) => wanted && setName(found.filter(Boolean).reverse().join(', ')),
      () => undefined, // the code was chosen from the list; only its name is missing here
    );
    return () => {
      wanted = false;
    };
  }, [code]);
  return name;
}
