/** Tables the running service may add to and read, and nothing else (R86, R88). */
const isTrail = (table: string) => table.startsWith('audit_');

/**
 * What to run as administrator on MariaDB or MySQL, after migrating with another account: the service's own account
 * can change neither the schema nor the audit trail. `user` is `name` or `name@host`, from any host unless stated.
 */
export function runtimeGrants(database: string, user: string, tables: readonly string[]): string[] {
  const [, name = user, host = '%'] = /^(.*)@([^@]*)$/.exec(user) ?? [];
  const account = `${text(name)}@${text(host)}`;
  const grants = [...tables].sort().map((table) => {
    const rights = isTrail(table) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
    return `GRANT ${rights} ON ${identifier(database)}.${identifier(table)} TO ${account};`;
  });
  // Rights on the whole database would outweigh those on its tables.
  return [`REVOKE ALL PRIVILEGES, GRANT OPTION FROM ${account};`, ...grants];
}

const identifier = (name: string) => `\`${name.replaceAll('`', '``')}\``;
const text = (value: string) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
