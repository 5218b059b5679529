interface RequestLike {
  readonly id?: unknown;
  readonly method?: string;
  readonly ip?: string;
  /** The pattern, `/evidence/:id`: an address may hold an identifier, its pattern cannot. */
  readonly routeOptions?: { readonly url?: string };
}

interface ReplyLike {
  readonly statusCode?: number;
  readonly elapsedTime?: number;
  readonly request?: RequestLike;
}

interface ErrorLike {
  readonly name?: string;
  readonly code?: unknown;
  readonly errno?: unknown;
  readonly errcode?: unknown;
  readonly stack?: string;
  readonly cause?: unknown;
  readonly driverError?: unknown;
}

/** `source` is the client as the trusted proxies name it. */
export function requestFields({ id, method, ip, routeOptions }: RequestLike) {
  return { requestId: id, method, route: routeOptions?.url ?? 'unknown', source: ip };
}

export function replyFields({ statusCode, elapsedTime, request }: ReplyLike) {
  const ms = elapsedTime === undefined ? undefined : Math.round(elapsedTime * 10) / 10;
  return { status: statusCode, ms, ...(request ? requestFields(request) : {}) };
}

/**
 * Kind, code and place. Not the sentence: databases and validators quote the value they refuse, and drivers carry the
 * whole statement with its parameters.
 */
export function errorFields(error: unknown, depth = 0): object {
  if (typeof error !== 'object' || error === null) return { type: typeof error };
  const { name, code, errno, errcode, stack, cause, driverError } = error as ErrorLike;
  const reason = cause ?? driverError;
  return {
    type: `${error.constructor?.name ?? name}`,
    code: short(code ?? errno ?? errcode),
    at: frames(stack),
    ...(reason && depth < 3 ? { cause: errorFields(reason, depth + 1) } : {}),
  };
}

const short = (code: unknown) =>
  typeof code === 'number' || (typeof code === 'string' && /^\w{1,60}$/.test(code)) ? code : undefined;

/** The lines of the stack below its sentence, which may itself have several lines. */
function frames(stack: string | undefined): string[] {
  const lines = stack?.split('\n').map((line) => line.trim()) ?? [];
  return lines.filter((line) => /^at .*:\d+:\d+\)?$/.test(line)).slice(0, 12);
}
