import type { ApolloClient } from '@apollo/client';
import type { Viewer } from '../desk/viewer';
import { ViewerDocument } from '../gql/graphql';

/** Asked once a page; afterwards the cache knows. Null: nobody is signed in. */
export async function currentViewer(client: ApolloClient): Promise<Viewer | null> {
  const { data } = await client.query({ query: ViewerDocument });
  return data?.viewer ?? null;
}
