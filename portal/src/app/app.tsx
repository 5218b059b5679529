import { useAddress } from '../platform/router.tsx';
import { Frame } from './frame.tsx';
import { LazyPage } from './lazy-page.tsx';

export function App() {
  return (
    <Frame>
      <LazyPage address={useAddress()} />
    </Frame>
  );
}
