import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';

import { type Fault, fault } from '../words/fault.js';
import type { FieldFault } from './invalid-input.js';

export const REQUIRED = fault('REQUIRED', { id: 'Bagian ini wajib diisi.', en: 'This is required.' });
export const UNKNOWN_FIELD = fault('UNKNOWN_FIELD', {
  id: 'Ada isian yang tidak dikenal di bagian ini.',
  en: 'There is a field here that is not known.',
});
export const NOT_LISTED = fault('NOT_LISTED', {
  id: 'Pilih salah satu nilai yang tersedia.',
  en: 'Choose one of the values on offer.',
});
export const WRONG_TYPE = fault('WRONG_TYPE', {
  id: 'Jenis isian ini tidak sesuai.',
  en: 'This is not the kind of value expected here.',
});

/**
 * What graphql-js refuses about a variable, said again without the value: its own errors print what was sent,
 * passwords and identity numbers included. Empty when there is nothing to refuse.
 */
export function faultsOfValue(value: unknown, type: GraphQLInputType, path: readonly string[]): FieldFault[] {
  if (isNonNullType(type)) {
    return value == null ? [at(path, REQUIRED)] : faultsOfValue(value, type.ofType, path);
  }
  if (value == null) return [];
  if (isListType(type)) {
    const { ofType } = type;
    if (!Array.isArray(value)) return faultsOfValue(value, ofType, path);
    return value.flatMap((one, index) => faultsOfValue(one, ofType, [...path, `${index}`]));
  }
  if (isInputObjectType(type)) return faultsOfObject(value, type, path);
  try {
    return type.parseValue(value) === undefined ? [at(path, WRONG_TYPE)] : [];
  } catch {
    return [at(path, isEnumType(type) ? NOT_LISTED : WRONG_TYPE)];
  }
}

function faultsOfObject(value: unknown, type: GraphQLInputObjectType, path: readonly string[]): FieldFault[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [at(path, WRONG_TYPE)];
  const given = value as Record<string, unknown>;
  const known = type.getFields();
  const unknown = Object.keys(given).some((name) => !Object.hasOwn(known, name));
  const faults = Object.values(known).flatMap((field) => {
    const inside = [...path, field.name];
    if (given[field.name] !== undefined) return faultsOfValue(given[field.name], field.type, inside);
    return isRequiredInputField(field) ? [at(inside, REQUIRED)] : [];
  });
  // The unknown name is not repeated: it may be anything, also a value put in the wrong place.
  return unknown ? [...faults, at(path, UNKNOWN_FIELD)] : faults;
}

/** A fault under the path people know it by: the one argument of most operations, `input`, goes without saying. */
export function at(path: readonly string[], found: Fault): FieldFault {
  const below = path[0] === 'input' && path.length > 1 ? path.slice(1) : path;
  return { field: below.join('.'), fault: found };
}
