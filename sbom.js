import { readFileSync } from 'node:fs';

/**
 * `npm run sbom`: the list of parts that run, as CycloneDX, from the lock file alone. `npm sbom` leaves some of them out as soon
 * as a part that only builds or tests wants them too.
 */
const { name, version, packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

const components = Object.entries(packages)
  .filter(([place, { dev, link }]) => place !== '' && !dev && !link)
  .map(([place, { version: is, integrity = '', license }]) => {
    const called = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const purl = `pkg:npm/${called.replace('@', '%40')}@${is}`;
    const [algorithm, digest = ''] = integrity.split('-');
    return {
      ...{ type: 'library', 'bom-ref': `${purl}#${place}`, name: called, version: is, purl },
      ...(license ? { licenses: [{ expression: license }] } : {}),
      hashes: [
        { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') },
      ],
    };
  });

const list = {
  ...{ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 },
  metadata: { component: { type: 'application', 'bom-ref': 'pkg:npm/akun-oss', name, version } },
  components,
};
process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
