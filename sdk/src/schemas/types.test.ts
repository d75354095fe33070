// The schemas' types are the document's; `tsc -p sdk/tsconfig.test.json` is what checks this file.
import { describe, expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import type { components, operations } from '@chaveiro/openapi/types';
import type * as schemas from '../schemas.ts';
import type { BodyOf, OperationId, ResultOf, SchemaOf } from '../types.ts';

type Schemas = typeof schemas;

/** A, with intersections and mapped types written out, all the way down. */
type Plain<A> = A extends readonly (infer Item)[]
  ? Plain<Item>[]
  : A extends object
    ? { [Key in keyof A]: Plain<Required<A>[Key]> }
    : A;

type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Fits<A, B> = [A] extends [B] ? true : false;

/** Whether two types are the same. That `a?: string` and `a?: string | undefined` differ, is only seen when one is put into the other. */
type Same<A, B> = [Identical<Plain<A>, Plain<B>>, Fits<A, B>, Fits<B, A>] extends [true, true, true] ? true : false;

/** Those names of exported schemas that `Expected` knows, and whose type is another. */
type Wrong<Expected> = {
  [Name in keyof Expected & keyof Schemas]: Schemas[Name] extends z.core.SomeType
    ? [Same<z.infer<Schemas[Name]>, Expected[Name]>, Same<z.input<Schemas[Name]>, Expected[Name]>] extends [true, true]
      ? never
      : Name
    : Name;
}[keyof Expected & keyof Schemas];

type JsonOf<T> = T extends { readonly content: { readonly 'application/json': infer Body } } ? Body : undefined;

/** Operations whose client does not take what the schema of its request gives out. */
type Unfit = {
  [Id in OperationId]: `${Id}Request` extends keyof Schemas
    ? Schemas[`${Id}Request`] extends z.core.SomeType
      ? Fits<z.infer<Schemas[`${Id}Request`]>, BodyOf<Id>> extends true
        ? never
        : Id
      : never
    : never;
}[OperationId];

type Components = { [Name in keyof components['schemas'] as Uncapitalize<Name>]: SchemaOf<Name> };
type Requests = { [Id in OperationId as `${Id}Request`]: JsonOf<NonNullable<operations[Id]['requestBody']>> };
type Responses = { [Id in OperationId as `${Id}Response`]: ResultOf<Id> };

type ByStatus<Id extends OperationId> = {
  [
    Status in keyof operations[Id]['responses'] as operations[Id]['responses'][Status] extends {
      readonly content: { readonly [type in `${string}json`]: unknown };
    }
      ? Status
      : never
  ]: operations[Id]['responses'][Status] extends { readonly content: infer Content } ? Content[keyof Content] : never;
};

type Answers = { [Id in OperationId as `${Id}Responses`]: ByStatus<Id> };

/** Operations of which the schemas of an answer by status have another type than the document. */
type WrongAnswers = {
  [Name in keyof Answers & keyof Schemas]: Same<
    {
      -readonly [Status in keyof Schemas[Name]]: Schemas[Name][Status] extends z.core.SomeType
        ? z.infer<Schemas[Name][Status]>
        : never;
    },
    Answers[Name]
  > extends true
    ? never
    : Name;
}[keyof Answers & keyof Schemas];

describe("the schemas' types are the document's", () => {
  test('of components', () => {
    expectTypeOf<Wrong<Components>>().toEqualTypeOf<never>();
    expectTypeOf<keyof Components & keyof Schemas>().toExtend<string>();
    expectTypeOf<'pingbackContact' | 'rdStationEvent' | 'zenvioSendMessage' | 'consoleApiKey'>().toExtend<
      keyof Components & keyof Schemas
    >();
  });

  test('of requests and successes', () => {
    expectTypeOf<Wrong<Requests>>().toEqualTypeOf<never>();
    expectTypeOf<Wrong<Responses>>().toEqualTypeOf<never>();
    expectTypeOf<Unfit>().toEqualTypeOf<never>();
    expectTypeOf<'createConversionRequest' | 'sendMessageRequest' | 'updateAccountRequest'>().toExtend<
      keyof Requests & keyof Schemas
    >();
  });

  test('of answers by status', () => {
    expectTypeOf<WrongAnswers>().toEqualTypeOf<never>();
    expectTypeOf<'createConversionResponses' | 'deleteApiKeyResponses'>().toExtend<keyof Answers & keyof Schemas>();
  });

  test('and the comparison sees what differs', () => {
    expectTypeOf<Same<{ a?: string }, { a?: string | undefined }>>().toEqualTypeOf<false>();
    expectTypeOf<Same<{ a: string | null }, { a: string }>>().toEqualTypeOf<false>();
    expectTypeOf<Same<{ a: string }, { a: string; [further: string]: unknown }>>().toEqualTypeOf<false>();
    expectTypeOf<Same<{ a: { b: string } } & { c: number }, { a: { b: string }; c: number }>>().toEqualTypeOf<true>();
    expectTypeOf<Wrong<{ pingbackContact: { id: string } }>>().toEqualTypeOf<'pingbackContact'>();
  });
});
