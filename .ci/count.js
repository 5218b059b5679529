// Tells from vitest's own report what was skipped and why, then how many tests ran; ends as the runner ended.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const [, , file, code] = process.argv;
const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = reportIn(file);
const unrun = ({ status }) => status !== 'passed' && status !== 'failed';
const skipped = testResults.flatMap(({ name, assertionResults }) =>
  assertionResults
    .filter(unrun)
    .map((test) => `${relative('.', name)}: ${test.fullName.trim()} (${reasonOf(test, name)})`),
);
const broken = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);

const lines = [
  ...skipped.map((line) => `skipped: ${line}`),
  ...broken.map(({ name, message }) => `could not be run: ${relative('.', name)}: ${message.split('\n')[0]}`),
  ...(numPassedTests + numFailedTests === 0 ? ['no test was run'] : []),
  `tests: ${numPassedTests} passed, ${numFailedTests} failed, ${skipped.length} skipped`,
];
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = Number(code) || (numPassedTests + numFailedTests === 0 || numFailedTests > 0 ? 1 : 0);

function reportIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

/** The report has no reasons; the test's own line says on what it depends, or that it is still to be written. */
function reasonOf({ status, title }, path) {
  if (status === 'todo') return 'still to be written';
  const line = readFileSync(path, 'utf8')
    .split('\n')
    .find((one) => one.includes(title) && /skip|runIf/i.test(one));
  return line
    ? line
        .trim()
        .slice(0, line.trim().indexOf(title))
        .replace(/\(['"`]$/, '')
    : 'no reason stated';
}
