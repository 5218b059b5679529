import { LoginDocument, type LoginInput, type LoginMutation } from '../../gql/graphql.ts';
import { request } from '../../platform/request.ts';

export async function login(input: LoginInput): Promise<LoginMutation['login']> {
  return (await request(LoginDocument, { input })).login;
}
