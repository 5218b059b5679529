import { createContext, useContext } from 'react';

import type { FieldFault } from '../platform/failures.ts';

/** What is wrong with the fields of the form around. */
export const Faults = createContext<readonly FieldFault[]>([]);

export const useFault = (field: string): string | undefined =>
  useContext(Faults).find((fault) => fault.field === field)?.message;

/** Element ids have no dots; the paths of an operation's input have. */
export const idOf = (field: string): string => field.replaceAll('.', '-');
