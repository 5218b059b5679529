import { CreateEvidenceUploadDocument, type EvidenceKind } from '../../gql/graphql.ts';
import { Offline, Trouble } from '../../platform/failures.ts';
import { languageNow } from '../../platform/language.tsx';
import { request } from '../../platform/request.ts';
import { refusal } from '../../platform/sentences.ts';

interface Document {
  readonly token: string;
  readonly kind: EvidenceKind;
  readonly bytes: Blob;
  readonly onProgress: (percent: number) => void;
  readonly signal: AbortSignal;
}

type Sent = Pick<Document, 'bytes' | 'onProgress' | 'signal'>;

/** Asks for a one-time address and puts the bytes there. After a cut it is asked for anew. False: called off meanwhile. */
export async function upload({ token, kind, bytes, onProgress, signal }: Document): Promise<boolean> {
  const input = { ticketToken: token, kind, contentType: bytes.type, size: bytes.size };
  const { createEvidenceUpload: outcome } = await request(CreateEvidenceUploadDocument, { input });
  if (outcome.__typename !== 'EvidenceUpload') throw refusal(outcome);
  // The path alone: wherever this page came from, its own service takes the bytes.
  const path = new URL(outcome.url).pathname;
  return !signal.aborted && put(path, { bytes, onProgress, signal });
}

/** `fetch` cannot say how far it is. */
function put(path: string, { bytes, onProgress, signal }: Sent): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('PUT', path);
    call.setRequestHeader('content-type', bytes.type);
    call.setRequestHeader('accept-language', languageNow());
    call.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100));
    call.onload = () => (call.status === 201 ? resolve(true) : reject(refusedBy(call)));
    call.onerror = () => reject(new Offline());
    call.onabort = () => resolve(false);
    signal.addEventListener('abort', () => call.abort());
    call.send(bytes);
  });
}

function refusedBy({ status, responseText }: XMLHttpRequest): Error {
  const said = sentenceIn(responseText);
  return status < 500 && said ? refusal({ message: said }) : new Trouble(said);
}

function sentenceIn(body: string): string | undefined {
  try {
    return JSON.parse(body).errors?.[0]?.message;
  } catch {
    return undefined;
  }
}
