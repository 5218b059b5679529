// Tells from vitest's own reports what was skipped and why, then how many tests ran; ends as the runs ended.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const [, , folder, code] = process.argv;
const reports = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
const sum = (count) => reports.reduce((total, report) => total + report[count], 0);
const [numPassedTests, numFailedTests] = [sum('numPassedTests'), sum('numFailedTests')];
const testResults = reports.flatMap((report) => report.testResults);
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
