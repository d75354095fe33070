// src/core/ids.ts
var HEX = "0123456789abcdef";
var BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
var UUID = "xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx";
var VARIANT_AT = UUID.indexOf("v");
var VARIANTS = "89ab";
function createIds(seed, stream = 0) {
  let state = seed | 0;
  function next() {
    state = state + 1831565813 | 0;
    let t = state ^ stream;
    t = Math.imul(t ^ t >>> 15, t | 1);
    t ^= t + Math.imul(t ^ t >>> 7, t | 61);
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  }
  const codes = [];
  const drawn = (characters) => characters.charCodeAt(Math.floor(next() * characters.length));
  function text(alphabet, length) {
    const characters = alphabet === "hex" ? HEX : BASE62;
    codes.length = length;
    for (let i = 0; i < length; i++) codes[i] = drawn(characters);
    return String.fromCharCode(...codes);
  }
  function uuid() {
    codes.length = UUID.length;
    for (let i = 0; i < UUID.length; i++) codes[i] = UUID[i] === "x" ? drawn(HEX) : UUID.charCodeAt(i);
    codes[VARIANT_AT] = drawn(VARIANTS);
    return String.fromCharCode(...codes);
  }
  return {
    uuid,
    text,
    id: (prefix) => `${prefix}_${text("base62", 12)}`,
    random: next,
    state: () => state,
    restore(saved) {
      state = saved | 0;
    }
  };
}

export { createIds };
