import { readConfig } from '../config.js';
import { SECRET_SETTINGS, settings } from '../settings/settings.js';

/** The settings in force, one a line, secrets hidden. */
const config = readConfig();
for (const [name, shape] of Object.entries(settings.shape)) {
  const value = config[name as keyof typeof config];
  const hidden = SECRET_SETTINGS.has(name) && value !== undefined ? '(set)' : JSON.stringify(value);
  process.stdout.write(`${name}=${hidden ?? '(unset)'}  # ${shape.description ?? ''}\n`);
}
