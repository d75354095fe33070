/** What the mock said of a request that was tried: its decision, and where the journal has it. */

export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Null: the answer came from something before the mock's rules. */
  readonly decision: string | null;
  readonly requestId: string | null;
  readonly evidence: string | null;
}

/** A plugin of Scalar's that tells of every answer. */
export function clientPlugin(onAnswer: (answered: Answered) => void): () => object {
  return () => ({
    name: 'chaveiro',
    extensions: [],
    apiClientPlugins: [
      {
        hooks: {
          responseReceived: ({ response, request }: { response: Response; request: Request }) =>
            onAnswer(answeredOf(response, request)),
        },
      },
    ],
  });
}

function answeredOf({ status, headers }: Response, { method, url }: Request): Answered {
  return {
    method,
    path: new URL(url).pathname,
    status,
    decision: headers.get('x-mock-decision'),
    requestId: headers.get('x-mock-request-id'),
    evidence: headers.get('x-mock-evidence'),
  };
}
