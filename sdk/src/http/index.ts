// The life of a call: bound to its platform (bind.ts), sent and read to the end of its answer (call.ts), in time (deadline.ts).
export { bind, type Operation } from './bind.ts';
export { connect, type Connection, type ConnectionOptions, type Fetch } from './connection.ts';
