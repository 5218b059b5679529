export interface DatabaseNode {
  readonly host: string;
  readonly port: number;
}

export interface DatabaseAddress {
  /** In the order in which they are tried; one of them takes all work at a time. */
  readonly nodes: readonly [DatabaseNode, ...DatabaseNode[]];
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

const SHAPE = /^mysql:\/\/([^:@/]*)(?::([^@/]*))?@([^/?#]+)\/([\w$-]*)$/;
const MYSQL_PORT = 3306;

/**
 * Reads `mysql://user:password@host[,host]:port/database`; a host may have a port of its own, the last one is that of all
 * others. Throws without repeating any of it: a password may stand in it.
 */
export function readDatabaseUrl(url: string): DatabaseAddress {
  const [, username = '', password = '', hosts = '', database = ''] = SHAPE.exec(url) ?? [];
  const parts = hosts
    .split(',')
    .map((part) => /^(\[[\da-f:.]+\]|[\w.-]+)(?::(\d{1,5}))?$/i.exec(part.trim()));
  const last = Number(parts.at(-1)?.[2] ?? MYSQL_PORT);
  const [first, ...others] = parts.map((part) => {
    if (!part?.[1])
      throw new Error('DATABASE_URL is not written like mysql://user:password@host,host:port/database');
    return { host: part[1].replace(/^\[|\]$/g, ''), port: Number(part[2] ?? last) };
  });
  if (!first) throw new Error('DATABASE_URL names no host.');
  const [user, secret] = [username, password].map(decodeURIComponent) as [string, string];
  return { nodes: [first, ...others], username: user, password: secret, database };
}
