// src/core/store.ts
var DEFAULT = "default";
var StoreConflictError = class extends Error {
  name = "StoreConflictError";
  constructor(session) {
    super(`The session "${session}" was changed by another mock since this one read it. Give each mock a store of its own.`);
  }
};

export { DEFAULT, StoreConflictError };
