import { type ComponentType, useEffect } from 'react';

import { useAnswers } from '../../platform/kept-answers.ts';
import { navigate, usePath } from '../../platform/router.tsx';
import { allowedPath } from '../../platform/steps.ts';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { Restored } from '../../ui/restored.tsx';
import { ActorStep } from './actor.step.tsx';
import { AddressStep } from './address.step.tsx';
import { answers } from './answers.ts';
import { CheckStep } from './check.step.tsx';
import { CodeStep } from './code.step.tsx';
import { ContactStep } from './contact.step.tsx';
import { draft } from './draft.ts';
import { EntityStep } from './entity.step.tsx';
import { FinishedPage } from './finished.page.tsx';
import { finished } from './finished.ts';
import { IdentityStep } from './identity.step.tsx';
import { NpwpStep } from './npwp.step.tsx';
import { OtherContactStep } from './other-contact.step.tsx';
import { PasswordStep } from './password.step.tsx';
import { PersonStep } from './person.step.tsx';
import { PositionStep } from './position.step.tsx';
import { ScaleStep } from './scale.step.tsx';
import { FLOW } from './steps.ts';

const PAGES: Readonly<Record<string, ComponentType>> = {
  '/daftar/jenis': ScaleStep,
  '/daftar/pelaku': ActorStep,
  '/daftar/badan-usaha': EntityStep,
  '/daftar/identitas': IdentityStep,
  '/daftar/kontak': ContactStep,
  '/daftar/kode': CodeStep,
  '/daftar/kata-sandi': PasswordStep,
  '/daftar/profil': PersonStep,
  '/daftar/profil/jabatan': PositionStep,
  '/daftar/profil/alamat': AddressStep,
  '/daftar/profil/npwp': NpwpStep,
  '/daftar/profil/kontak-kedua': OtherContactStep,
  '/daftar/periksa': CheckStep,
};

/** All pages below `/daftar`, with what was answered before. */
export function RegistrationPage() {
  const path = usePath();
  return path === FLOW.end ? (
    <Restored key="end" answers={finished}>
      <FinishedPage />
    </Restored>
  ) : (
    <Restored key="steps" answers={answers}>
      <Steps />
    </Restored>
  );
}

/** A page that is not open yet, or no longer, leads to the one that is; so does `/daftar/lanjut`. */
function Steps() {
  const path = usePath();
  const [given] = useAnswers(answers);
  const begun = useTabMemory(draft);
  const allowed = allowedPath(FLOW, path, { given, begun });
  useEffect(() => {
    if (allowed !== path) navigate(allowed, { replace: true });
  }, [allowed, path]);
  const Step = PAGES[path];
  return Step && allowed === path ? <Step key={path} /> : null;
}
