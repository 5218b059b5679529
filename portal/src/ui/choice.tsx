import type { ReactNode } from 'react';

import { idOf, useFault } from './faults.ts';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly legend: ReactNode;
  /** Where the page's title asks the question already. */
  readonly legendHidden?: boolean;
  readonly options: readonly Option<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

/** Native radio buttons, one below the other, each as large as a thumb. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, legend, legendHidden, options, value, onChange } = props;
  const id = idOf(name);
  const fault = useFault(name);
  return (
    <fieldset
      className={fault ? 'field at-fault' : 'field'}
      aria-describedby={fault ? `${id}-fault` : undefined}
    >
      <legend className={legendHidden ? 'unseen' : undefined}>{legend}</legend>
      {fault && (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
      {options.map((option, index) => (
        <Line
          key={option.value}
          {...{ name, option }}
          id={`${id}-${option.value}`}
          inputId={index === 0 ? id : undefined}
          checked={option.value === value}
          onChoose={() => onChange(option.value)}
        />
      ))}
    </fieldset>
  );
}

interface LineProps<Value extends string> {
  readonly name: string;
  readonly option: Option<Value>;
  readonly id: string;
  /** On the first, where a link from the summary of faults leads. */
  readonly inputId: string | undefined;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

/** The whole line can be pressed; read out is its label, and the hint after that. */
function Line<Value extends string>({ name, option, id, inputId, checked, onChoose }: LineProps<Value>) {
  return (
    <label className="option">
      <input
        type="radio"
        id={inputId}
        name={name}
        value={option.value}
        checked={checked}
        onChange={onChoose}
        aria-labelledby={id}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
      />
      <span>
        <span id={id}>{option.label}</span>
        {option.hint && (
          <span className="hint" id={`${id}-hint`}>
            {option.hint}
          </span>
        )}
      </span>
    </label>
  );
}
