import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

import { allowed, escapeLine, sentence } from './log-fields.js';
import { errorFields, replyFields, requestFields } from './log-serializers.js';
import { originNow } from './trace/origin.js';

export interface LogOptions {
  /** `fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`. */
  readonly level: string;
  /** Standard output unless given. */
  readonly destination?: DestinationStream;
}

/**
 * JSON lines. What is not on the list of fields does not get in, however deep it was hidden: the line then names the
 * field it left out. Messages are for constant sentences; values belong in fields (R84).
 */
export function createLogger({ level, destination }: LogOptions): Logger {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      // What is written while a request is answered, or while the worker does what it asked for, says so.
      mixin: () => {
        const { requestId } = originNow();
        return requestId ? { requestId } : {};
      },
      serializers: { err: errorFields, req: requestFields, res: replyFields },
      formatters: { level: (label) => ({ level: label }), log: allowed },
      // Behind the list: an allowed field that holds an object would still not show these.
      redact: ['*.password', '*.token', '*.secret', '*.headers', '*.body', '*.variables', '*.nik'],
      hooks: {
        logMethod(args, method) {
          const [first, second] = args as [unknown, unknown?];
          const [fields, words] = typeof first === 'string' ? [{}, first] : [named(first), second];
          // Values for %s are dropped: a value belongs in a field.
          method.call(this, fields as object, sentence(words, fields));
        },
        streamWrite: escapeLine,
      },
    },
    ...(destination ? [destination] : []),
  );
  return withAllowedBindings(logger);
}

const named = (first: unknown) => (first instanceof Error ? { err: first } : (first ?? {}));

/** A child's own fields bypass `formatters.log`. Children inherit this method, so theirs obey too. */
function withAllowedBindings(logger: Logger): Logger {
  const { child } = logger;
  logger.child = function (this: Logger, bindings: object, options?: object) {
    return child.call(this, allowed(bindings), options as never);
  } as typeof child;
  return logger;
}
