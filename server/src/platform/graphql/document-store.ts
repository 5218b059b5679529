import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/**
 * Parsed and validated documents, the least recently used leaving first. Bounded by the length of their sources: a
 * parsed document weighs about 130 bytes a letter, and anybody may send as many different ones as they like.
 */
export class BoundedDocuments implements DocumentStore {
  readonly #documents = new Map<string, DocumentNode>();
  #letters = 0;

  constructor(private readonly mostLetters = 200_000) {}

  async get(key: string): Promise<DocumentNode | undefined> {
    const document = this.#documents.get(key);
    if (document) {
      this.#documents.delete(key);
      this.#documents.set(key, document);
    }
    return document;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    await this.delete(key);
    this.#documents.set(key, document);
    this.#letters += lettersOf(document);
    for (const oldest of this.#documents.keys()) {
      if (this.#letters <= this.mostLetters) break;
      await this.delete(oldest);
    }
  }

  async delete(key: string): Promise<boolean> {
    const document = this.#documents.get(key);
    if (document) this.#letters -= lettersOf(document);
    return this.#documents.delete(key);
  }
}

const lettersOf = ({ loc }: DocumentNode): number => loc?.end ?? 0;
