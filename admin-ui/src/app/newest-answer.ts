import { ApolloLink } from '@apollo/client';
import { Observable, type Observer, type Subscription } from 'rxjs';

type Asker = Observer<ApolloLink.Result>;

interface Question {
  readonly askers: Set<Asker>;
  /** What is on its way; asking again takes its place. */
  request?: Subscription;
}

/**
 * Who asks the same again while an answer is on its way asks because something changed: what was asked for earlier may say how
 * it was before that. So the earlier request is called off, and everybody who waits hears the newest. Apollo Client would hand
 * the earlier answer to both, or, told not to, let whichever comes last stay (`queryDeduplication`, to be off with this).
 */
export function newestAnswer(): ApolloLink {
  const open = new Map<string, Question>();
  return new ApolloLink((operation, forward) => {
    if (operation.operationType !== 'query') return forward(operation);
    const key = JSON.stringify([operation.operationName, operation.variables]);
    return new Observable((asker) => {
      const question = open.get(key) ?? { askers: new Set() };
      open.set(key, question);
      question.askers.add(asker);
      question.request?.unsubscribe();
      const close = () => open.get(key) === question && open.delete(key);
      const tell = (what: (one: Asker) => void) => {
        close();
        for (const one of question.askers) what(one);
      };
      question.request = forward(operation).subscribe({
        next: (answer) => tell((one) => one.next(answer)),
        error: (error) => tell((one) => one.error(error)),
        complete: () => tell((one) => one.complete()),
      });
      return () => {
        question.askers.delete(asker);
        if (question.askers.size > 0) return;
        question.request?.unsubscribe();
        close();
      };
    });
  });
}
