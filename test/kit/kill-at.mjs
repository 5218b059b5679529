import process from 'node:process';

import mysql from 'mysql2';

import { SqliteDriver } from '../../dist/server/platform/database/sqlite-driver.js';

/**
 * Loaded before a built program (`node --import`), which knows nothing of it: once one connection has sent statements that
 * fit `steps` in their order, the process is killed before or after the last of them. SIGKILL leaves it no last word.
 */
const { steps, place, anywhere } = JSON.parse(process.env.KILL_AT);
const wanted = steps.map((step) => new RegExp(step));
const reached = new WeakMap();
const everywhere = {};

/** Whether this statement is the last step. */
function isThere(one, text) {
  const connection = anywhere ? everywhere : one;
  const step = reached.get(connection) ?? 0;
  if (step === wanted.length || !wanted[step].test(text)) return false;
  reached.set(connection, step + 1);
  return step + 1 === wanted.length;
}

const die = () => process.kill(process.pid, 'SIGKILL');

const { query } = mysql.PoolConnection.prototype;
mysql.PoolConnection.prototype.query = function (...given) {
  const [sql] = given;
  const there = isThere(this, typeof sql === 'string' ? sql : sql.sql);
  if (there && place === 'before') die();
  // The answer has come, and nobody has heard it.
  if (there) given[given.length - 1] = die;
  return query.apply(this, given);
};

const { prepare } = SqliteDriver.prototype;
SqliteDriver.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  const dying = (step) => {
    const there = isThere(this, sql);
    if (there && place === 'before') die();
    const answer = step();
    if (there) die();
    return answer;
  };
  return {
    reader: statement.reader,
    all: (...values) => dying(() => statement.all(...values)),
    run: (...values) => dying(() => statement.run(...values)),
  };
};
